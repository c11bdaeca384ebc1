using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>What is new has a new key (STANDARDS CLI-20).</summary>
internal sealed class NewOperationHasNewKey : Obligation
{
    public override IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification)
    {
        if (specification.Endpoints.FirstOrDefault(e => e.Idempotency is not null) is not { Idempotency: { } rules })
        {
            return [];
        }

        var statement = $"The consumer MUST send another {rules.Header.Value} with each new operation.";
        // A contract that says what a key with another payload leads to has adopted the draft's rule.
        var requirement = rules.OnMismatch is { } mismatch
            ? Demand.Contract("idempotency.key_fresh", statement, mismatch.Location, "CLI-20")
            : Demand.Draft("idempotency.key_fresh", statement, rules.Header.Location, "CLI-20");
        return
        [
            Case(
                ScenarioKind.Idempotency,
                "new-operation-has-new-key",
                "Each new operation has a key of its own",
                requirement,
                [],
                seen => Judge(seen, rules.Header.Value)
            ),
        ];
    }

    private static Ruling Judge(Observation seen, string header)
    {
        var keyed = seen
            .Traces.Select(t => seen.LogicalIn(t).Where(c => c.First.Key is not null).ToArray())
            .Where(calls => calls.Length > 1)
            .ToArray();
        if (keyed.Length == 0)
        {
            return seen.Calls.Any(c => c.Key is not null)
                ? new Ruling.NotProvoked($"the client never makes two operations with an {header} in one go")
                : new Ruling.DoesNotApply($"the client sends no {header}");
        }

        return Ruling.By(
            (
                from calls in keyed
                from same in calls.GroupBy(c => c.First.Key)
                let first = same.First()
                let other = same.FirstOrDefault(c => !IsSame(first, c))
                where other is not null
                select new Evidence(
                    $"script {first.First.Script}, {other.First.Line}, {header}",
                    "another key than that of an earlier operation",
                    $"'{same.Key}', which {first.First.Line} with another body had before",
                    "make a key for each operation",
                    other.First
                )
            ).Take(2)
        );
    }

    private static bool IsSame(LogicalCall first, LogicalCall other) =>
        first.First.Line == other.First.Line
        && first.First.Arrival.Body.Span.SequenceEqual(other.First.Arrival.Body.Span);
}
