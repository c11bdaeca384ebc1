using System.Text.RegularExpressions;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Access;

/// <summary>Takes the credential from where the specification says it travels, and from nowhere else.</summary>
/// <param name="authentication">The declared authentication.</param>
internal sealed partial class CredentialReader(Authentication authentication)
{
    private readonly string _header = authentication.HeaderName?.Value ?? "Authorization";
    private readonly (string Before, string After) _template = Around(
        authentication.HeaderTemplate?.Value ?? DefaultTemplate(authentication.Type.Value)
    );

    /// <summary>The header that carries the credential; null when it travels in the query or in TLS.</summary>
    public string? Header =>
        authentication.Type.Value is AuthenticationType.MutualTls || authentication.QueryParameter is not null
            ? null
            : _header;

    /// <summary>The credentials that were sent in the declared place.</summary>
    public IReadOnlyList<string> Read(SimulatedRequest request) =>
        authentication.QueryParameter is { } parameter
            ? [.. request.Query.Where(q => q.Key == parameter.Value).Select(q => q.Value)]
            : [.. request.HeaderValues(_header).Select(Unwrap).OfType<string>().Where(c => c.Length > 0)];

    /// <summary>The scheme is case-insensitive (STANDARDS BRR-01), the credential is not.</summary>
    private string? Unwrap(string value)
    {
        var text = value.Trim();
        return
            text.Length >= _template.Before.Length + _template.After.Length
            && text.StartsWith(_template.Before, StringComparison.OrdinalIgnoreCase)
            && text.EndsWith(_template.After, StringComparison.Ordinal)
            ? text[_template.Before.Length..^_template.After.Length].Trim()
            : null;
    }

    private static string DefaultTemplate(AuthenticationType type) =>
        type is AuthenticationType.ApiKey ? "{API_KEY}" : "Bearer {access_token}";

    private static (string Before, string After) Around(string template)
    {
        var placeholder = Placeholder().Match(template);
        return placeholder.Success
            ? (
                template[..placeholder.Index].TrimStart(),
                template[(placeholder.Index + placeholder.Length)..].TrimEnd()
            )
            : ("", "");
    }

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.None, 10_000)]
    private static partial Regex Placeholder();
}
