using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Documents;

/// <summary>Scenarios that both sides agreed on end as they did.</summary>
internal sealed class ScenariosAreKept()
    : EvolutionRule(
        "EVO-911",
        "Scenarios are kept",
        "A scenario is behaviour that was agreed by example: another status or error for it is other behaviour."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair)
    {
        foreach (
            var (old, now) in Matching.By(
                pair.Old.TestScenarios,
                pair.New.TestScenarios,
                s => $"{s.Kind} {s.Name.Value}"
            )
        )
        {
            var subject = pair.Section($"scenario {(now ?? old)!.Name.Value}", old?.Location, now?.Location);
            if (old is null || now is null)
            {
                yield return Found(
                    now is null ? Impacts.OnNobody : Impacts.OnProvider,
                    subject,
                    now is null ? "the scenario is gone" : "the scenario is new"
                );
                continue;
            }

            foreach (
                var change in Promise(subject, "the expected status", old.ExpectedStatus, now.ExpectedStatus)
                    .Concat(Promise(subject, "the expected error", old.ExpectedError, now.ExpectedError))
            )
            {
                yield return change;
            }
        }
    }
}
