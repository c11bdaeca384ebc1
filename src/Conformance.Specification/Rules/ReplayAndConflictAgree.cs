using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>The answer to a repeated idempotency key is the same wherever the specification speaks of it.</summary>
internal sealed class ReplayAndConflictAgree()
    : LintRule(
        "IDP-104",
        Severity.Error,
        "Two answers to a repeated idempotency key",
        "A provider that follows the one contradicts the other, and clients cannot tell a replay from a conflict.",
        "say what each means in an idempotency block: on_replay (same payload) and on_mismatch (another payload)"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        from scenario in specification.TestScenarios
        where scenario.Endpoint?.Idempotency is not null
        from contradiction in Contradictions(scenario, scenario.Endpoint!)
        select contradiction;

    private IEnumerable<Diagnostic> Contradictions(TestScenario scenario, Endpoint endpoint)
    {
        foreach (var (send, response) in Replays(scenario))
        {
            var rules = endpoint.Idempotency!;
            var said = rules.OnReplay is { } replay
                ? (replay.Status, "the idempotency rules say")
                : (ConflictOf(endpoint, rules), "the table of responses says");
            if (said.Item1 is { } status && status.Value != response.Status)
            {
                yield return Finding(
                    response.Text.Location,
                    $"{endpoint.Name}: {said.Item2} {status.Value} for a repeated key, "
                        + $"scenario '{scenario.Name}' expects {response.Status}",
                    $"one answer to \"{send.Text}\"",
                    $"{status.Value} and {response.Status}",
                    "add to the endpoint: idempotency: { header: "
                        + $"{rules.Header}, on_replay: {{ status: {response.Status} }}, on_mismatch: {{ status: {status.Value} }} }}",
                    new RelatedLocation($"says {status.Value}", status.Location)
                );
            }
        }
    }

    /// <summary>Sends of the same request with their responses.</summary>
    private static IEnumerable<(ScenarioStep.Send Send, ScenarioStep.Response Response)> Replays(TestScenario scenario)
    {
        for (var i = 0; i + 1 < scenario.Steps.Length; i++)
        {
            if (
                scenario.Steps[i] is ScenarioStep.Send { Same: true } send
                && scenario.Steps[i + 1] is ScenarioStep.Response response
            )
            {
                yield return (send, response);
            }
        }
    }

    /// <summary>A declared response that speaks of a key or request which exists already; not one the rules explain.</summary>
    private static Located<int>? ConflictOf(Endpoint endpoint, IdempotencyRules rules) =>
        rules.OnMismatch is not null
            ? null
            : endpoint
                .Responses.FirstOrDefault(r =>
                    r.Status.Value >= 400
                    && (
                        Has(r.ErrorCode?.Value, "DUPLICATE")
                        || Has(r.Example?.Value.GetRawText(), "idempotency")
                        || Has(r.Description?.Value, "idempotency")
                    )
                )
                ?.Status;

    private static bool Has(string? text, string word) =>
        text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;
}
