using System.Text.RegularExpressions;
using Conformance.Execution.Credentials;
using Conformance.Specification.Model;

namespace Conformance.Execution.Secrets;

/// <summary>Finds the secrets among the configured values: those the specification uses as such, and those that are named so.</summary>
internal static partial class ConfiguredSecrets
{
    // A variable that merely sounds secret is masked only when its value is long enough not to be an ordinary word.
    private const int ShortestByName = 8;

    /// <summary>The secret values.</summary>
    public static IEnumerable<string> In(IntegrationSpecification specification, ExecutionOptions options)
    {
        var used = UsedAsSecrets(specification)
            .SelectMany(name => (string[])[name, SecondClient.Variable(name)])
            .ToHashSet(StringComparer.Ordinal);
        return options
            .Configuration.Where(v =>
                used.Contains(v.Key) || (v.Value.Length >= ShortestByName && SecretName().IsMatch(v.Key))
            )
            .Select(v => v.Value);
    }

    private static IEnumerable<string> UsedAsSecrets(IntegrationSpecification specification)
    {
        var authentication = specification.Authentication;
        var texts = (authentication?.TokenEndpoint?.Parameters ?? [])
            // A client id names the client; it is no secret (RFC 6749 section 2.2).
            .Where(p => p.Key != "client_id")
            .Select(p => p.Value.Value)
            .Append(authentication?.HeaderTemplate?.Value)
            .Append(specification.Webhooks?.SecretKey?.Value);
        return texts
            .OfType<string>()
            .SelectMany(text => Placeholder.NamesIn(text))
            .Concat(Placeholder.DefaultNames)
            .Concat(authentication?.ClientCertificate?.Password is { } password ? [password] : [])
            .Concat(authentication?.Jwt?.TestIssuer is { } issuer ? [issuer.KeyVariable] : []);
    }

    [GeneratedRegex("SECRET|TOKEN|PASSWORD|PASSWD|API_?KEY|PRIVATE_?KEY|CREDENTIAL", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();
}
