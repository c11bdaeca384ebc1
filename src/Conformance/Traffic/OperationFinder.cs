using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Conformance.Specification.Model;

namespace Conformance.Traffic;

/// <summary>Which declared operation a recorded request calls.</summary>
/// <param name="specification">The specification.</param>
/// <param name="bases">Where the API answers; requests to anywhere else are not its matter.</param>
internal sealed class OperationFinder(IntegrationSpecification specification, ImmutableArray<Uri> bases)
{
    // Written out before a parameter: /orders/search is not the order called "search".
    private readonly ImmutableArray<(Regex Path, Endpoint Endpoint)> templates =
    [
        .. specification
            .Endpoints.OrderBy(e => e.Path.Value.Count(c => c == '{'))
            .Select(e => (Template(e.Path.Value), e)),
    ];

    /// <summary>Whether the request goes to the API, and not to another server.</summary>
    public bool IsOurs(Uri url) => PathBelow(url) is not null;

    /// <summary>The operation; null when it is none that is declared.</summary>
    public Endpoint? Find(string method, Uri url)
    {
        var path = PathBelow(url);
        return path is null
            ? null
            : templates
                .FirstOrDefault(t =>
                    string.Equals(t.Endpoint.Method.Value, method, StringComparison.Ordinal) && t.Path.IsMatch(path)
                )
                .Endpoint;
    }

    /// <summary>What a call is that is no operation, but has its place in the specification all the same; null for other calls.</summary>
    /// <param name="call">Method and path.</param>
    public string? PurposeOf(string call)
    {
        var path = call[(call.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        var tokens = specification
            .Environments.Select(e => e.TokenUrl?.Value)
            .Append(specification.Authentication?.TokenEndpoint?.Url.Value);
        var states = specification.Environments.Select(e => e.ProviderStatesUrl?.Value);
        return tokens.Any(url => EndsIn(url, path)) ? "a token request"
            : states.Any(url => EndsIn(url, path)) ? "the change of a provider state"
            : null;
    }

    private static bool EndsIn(string? url, string path) =>
        url is { Length: > 0 }
        && (
            Uri.TryCreate(url, UriKind.Absolute, out var absolute) && absolute.Scheme != "file"
                ? absolute.AbsolutePath
                : url
        ) == path;

    /// <summary>The addresses that a specification names for its environments.</summary>
    public static ImmutableArray<Uri> BasesOf(IntegrationSpecification specification) =>
        [
            .. specification
                .Environments.Select(e => e.BaseUrl?.Value)
                .Select(url => Uri.TryCreate(url, UriKind.Absolute, out var known) ? known : null)
                .OfType<Uri>(),
        ];

    private string? PathBelow(Uri url)
    {
        foreach (var known in bases.Where(b => b.Authority == url.Authority && b.Scheme == url.Scheme))
        {
            var prefix = known.AbsolutePath.TrimEnd('/');
            if (url.AbsolutePath.StartsWith(prefix + "/", StringComparison.Ordinal))
            {
                return url.AbsolutePath[prefix.Length..];
            }
        }

        return null;
    }

    private static Regex Template(string path) =>
        new(
            $"^{string.Join("[^/]+", Parameter.Split(path).Select(Regex.Escape))}$",
            RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
        );

    private static readonly Regex Parameter = new(@"\{[^}]*\}", RegexOptions.NonBacktracking);
}
