using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Simulator;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>No secret travels in a URL (STANDARDS CLI-33, BRR-07): URLs end up in logs.</summary>
internal sealed class SecretsStayOutOfUrls : Obligation
{
    public override IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification) =>
        specification.Authentication is { } authentication
            ?
            [
                Case(
                    ScenarioKind.AuthRefresh,
                    "secrets-stay-out-of-urls",
                    "No secret travels in a URL",
                    Demand.Standard(
                        "authentication.urls",
                        "The consumer MUST NOT put secrets or tokens into URLs.",
                        authentication.Location,
                        "CLI-33",
                        "RFC 6749 section 2.3.1",
                        "RFC 9700 section 4.3.2"
                    ),
                    [],
                    Judge
                ),
            ]
            : [];

    private static Ruling Judge(Observation seen)
    {
        if (!seen.Calls.Any())
        {
            return NotSeen(seen, "the client sent nothing", Ordinary.Title);
        }

        var known = SimulatorCredentials.Default;
        var declaresKeyInQuery = seen.Specification.Authentication?.QueryParameter is not null;
        string[] secrets =
        [
            known.ClientSecret,
            known.BearerToken,
            .. declaresKeyInQuery ? (IEnumerable<string>)[] : [known.ApiKey],
            .. seen.Traces.SelectMany(t => IssuedToken.In(t)).Select(t => t.Text),
        ];
        return Ruling.By(
            from call in seen.Calls
            let url = Uri.UnescapeDataString(call.Line)
            where secrets.Any(s => url.Contains(s, StringComparison.Ordinal))
            group call by (call.Arrival.Method, call.Arrival.Path) into same
            select new Evidence(
                $"script {same.First().Script}, URL of {same.Key.Method} {same.Key.Path}",
                "no secret",
                $"a secret or a token, in {same.Count()} requests",
                "send it in the declared header or form field",
                same.First()
            )
        );
    }
}
