using System.Text;
using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>Tokens are asked for as the specification shows it (RFC 6749 sections 2.3, 3.2 and 4.4.2; STANDARDS CLI-33).</summary>
internal sealed class TokenRequestsAreAsDeclared : Obligation
{
    public override IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification) =>
        specification.Authentication?.TokenEndpoint is { } endpoint
            ?
            [
                Case(
                    ScenarioKind.AuthRefresh,
                    "token-requests-are-as-declared",
                    "Tokens are asked for by a form, with one way of authenticating",
                    Demand.Standard(
                        "authentication.token.request",
                        $"The consumer MUST ask for tokens by {endpoint.Method.Value} of a form, authenticating in one way.",
                        endpoint.Location,
                        "CLI-33",
                        "RFC 6749 section 2.3",
                        "RFC 6749 section 4.4.2"
                    ),
                    [],
                    seen => Judge(seen, endpoint)
                ),
            ]
            : [];

    private static Ruling Judge(Observation seen, TokenEndpoint endpoint)
    {
        var calls = seen.Calls.Where(c => c.IsForToken).ToArray();
        return calls.Length == 0
            ? NotSeen(seen, "the client asked for no token", Ordinary.Title)
            : Ruling.By(
                from call in calls
                let problem = Problem(call, endpoint)
                where problem is not null
                group call by problem.Value into same
                select new Evidence(
                    $"script {same.First().Script}, token request",
                    same.Key.Expected,
                    same.Key.Actual,
                    "ask for tokens as the specification shows it",
                    same.First()
                )
            );
    }

    private static (string Expected, string Actual)? Problem(SeenCall call, TokenEndpoint endpoint)
    {
        var type = (call.Arrival.Header("Content-Type") ?? "").Split(';')[0].Trim();
        var text = Encoding.UTF8.GetString(call.Arrival.Body.Span);
        var isBasic =
            call.Arrival.Header("Authorization")?.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) is true;
        if (call.Arrival.Method != endpoint.Method.Value)
        {
            return (endpoint.Method.Value, call.Arrival.Method);
        }

        if (!type.Equals(endpoint.ContentType.Value.Split(';')[0].Trim(), StringComparison.OrdinalIgnoreCase))
        {
            return ($"Content-Type {endpoint.ContentType.Value}", type.Length == 0 ? "none" : $"Content-Type {type}");
        }

        if (!text.Contains("client_credentials", StringComparison.Ordinal))
        {
            return ("grant_type=client_credentials", "no such grant type in the body");
        }

        return isBasic && text.Contains("client_secret", StringComparison.Ordinal)
            ? ("one way of authenticating", "HTTP Basic and client_secret in the body at once")
            : null;
    }
}
