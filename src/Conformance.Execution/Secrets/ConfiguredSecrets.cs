using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Conformance.Execution.Credentials;
using Conformance.Specification.Model;

namespace Conformance.Execution.Secrets;

/// <summary>Finds the secrets among the configured values: those the specification uses as such, and those that are named so.</summary>
internal static partial class ConfiguredSecrets
{
    // A variable that merely sounds secret is masked only when its value is long enough not to be an ordinary word.
    private const int ShortestByName = 8;
    private const int LargestKeyFile = 64 * 1024;

    /// <summary>The names and values of the secrets.</summary>
    /// <param name="specification">Tells which variables are used as secrets; null for none.</param>
    /// <param name="configuration">The variables.</param>
    public static IEnumerable<KeyValuePair<string, string>> In(
        IntegrationSpecification? specification,
        ImmutableDictionary<string, string> configuration
    )
    {
        var used = UsedAsSecrets(specification)
            .SelectMany(name => (string[])[name, SecondClient.Variable(name)])
            .ToHashSet(StringComparer.Ordinal);
        return configuration.Where(v =>
            used.Contains(v.Key)
            || (v.Value.Length >= ShortestByName && SecretName().IsMatch(v.Key))
            || (PrivateKeyText.IsIn(v.Value) && CertificateVariables(specification).Contains(v.Key))
        );
    }

    /// <summary>The texts of the key files that the variables of the client certificate name.</summary>
    /// <param name="specification">Tells which variables these are; null for none.</param>
    /// <param name="configuration">The variables.</param>
    public static IEnumerable<KeyValuePair<string, string>> KeyFiles(
        IntegrationSpecification? specification,
        ImmutableDictionary<string, string> configuration
    )
    {
        foreach (var name in CertificateVariables(specification))
        {
            if (
                configuration.TryGetValue(name, out var path)
                && new FileInfo(path.Length == 0 ? "." : path) is { Exists: true, Length: < LargestKeyFile } file
            )
            {
                yield return new(name, File.ReadAllText(file.FullName));
            }
        }
    }

    private static string[] CertificateVariables(IntegrationSpecification? specification) =>
        specification?.Authentication?.ClientCertificate is { } source
            ? [.. new[] { source.CertificatePath, source.KeyPath }.OfType<string>()]
            : [];

    private static IEnumerable<string> UsedAsSecrets(IntegrationSpecification? specification)
    {
        var authentication = specification?.Authentication;
        var texts = (authentication?.TokenEndpoint?.Parameters ?? [])
            // A client id names the client; it is no secret (RFC 6749 section 2.2).
            .Where(p => p.Key != "client_id")
            .Select(p => p.Value.Value)
            .Append(authentication?.HeaderTemplate?.Value)
            .Append(specification?.Webhooks?.SecretKey?.Value);
        return texts
            .OfType<string>()
            .SelectMany(text => Placeholder.NamesIn(text))
            .Concat(Placeholder.DefaultNames)
            .Concat(authentication?.ClientCertificate?.Password is { } password ? [password] : [])
            .Concat(authentication?.Jwt?.TestIssuer is { } issuer ? [issuer.KeyVariable] : []);
    }

    [GeneratedRegex("SECRET|TOKEN|PASSWORD|PASSWD|API_?KEY|PRIVATE_?KEY|CREDENTIAL", RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex SecretName();
}
