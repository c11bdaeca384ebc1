using System.Collections.Immutable;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Cases;
using Conformance.Specification.Model;

namespace Conformance.Execution.Credentials;

/// <summary>
/// Another client of the same target, to see what is kept per client. Its values are configured beside the first one's,
/// under the same names with <c>_2</c> behind: <c>CLIENT_ID_2</c>, <c>CLIENT_SECRET_2</c>.
/// </summary>
internal sealed class SecondClient(Authentication? authentication, ExecutionOptions options)
{
    private const string Suffix = "_2";

    private readonly ImmutableArray<string> names = NamesOf(authentication);

    /// <summary>The variable that holds the second client's value of a name.</summary>
    public static string Variable(string name) => name + Suffix;

    /// <summary>The options of the run with the second client's values in the place of the first one's.</summary>
    public ExecutionOptions Options =>
        options with
        {
            Configuration = options.Configuration.SetItems(
                options
                    .Configuration.Where(v => v.Key.EndsWith(Suffix, StringComparison.Ordinal) && v.Value.Length > 0)
                    .Select(v => KeyValuePair.Create(v.Key[..^Suffix.Length], v.Value))
            ),
        };

    /// <summary>Why a case must do without the second client it asks for; null when it has one, or asks for none.</summary>
    public Obstacle? Refusal(ContractCase contractCase) =>
        contractCase.UsesSecondClient ? Missing ?? SameAsFirst : null;

    private Obstacle? Missing
    {
        get
        {
            var missing = names.Select(Variable).Where(v => ValueOf(v).Length == 0).ToList();
            return missing.Count == 0 && !names.IsEmpty ? null
                : missing.Count == names.Length ? NotConfigured
                : Obstacles.NotConfigured(missing);
        }
    }

    // Two names for one client would make every server look as if it mixed its clients up.
    private Obstacle? SameAsFirst =>
        ValueOf(names[0]) == ValueOf(Variable(names[0]))
            ? new(
                ObstacleKind.NotConfigured,
                $"{Variable(names[0])} is the same as {names[0]}; a second client is another one.",
                null
            )
            : null;

    private Obstacle NotConfigured =>
        new(
            ObstacleKind.NotConfigured,
            names.IsEmpty
                ? "The specification declares no credentials by which clients differ."
                : $"No second client is configured; set {string.Join(" and ", names.Select(Variable))} to one of the same environment.",
            null
        );

    private string ValueOf(string variable) => options.Configuration.GetValueOrDefault(variable) ?? "";

    private static ImmutableArray<string> NamesOf(Authentication? authentication) =>
        authentication?.Type.Value switch
        {
            null => [],
            AuthenticationType.ApiKey => [NameIn(authentication, Placeholder.ApiKey)],
            AuthenticationType.BearerToken => [NameIn(authentication, Placeholder.AccessToken)],
            AuthenticationType.MutualTls => authentication.ClientCertificate is { } c ? [c.CertificatePath] : [],
            _ =>
            [
                .. (authentication.TokenEndpoint?.Parameters ?? [])
                    .Where(p => p.Key is "client_id" or "client_secret")
                    .OrderBy(p => p.Key, StringComparer.Ordinal)
                    .SelectMany(p => Placeholder.NamesIn(p.Value.Value))
                    .Distinct(StringComparer.Ordinal),
            ],
        };

    private static string NameIn(Authentication authentication, string undeclared) =>
        Placeholder.NamesIn(authentication.HeaderTemplate?.Value ?? "").FirstOrDefault() ?? undeclared;
}
