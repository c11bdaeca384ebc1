using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Idempotency;

/// <summary>Operations that could be repeated safely still can, by the same key.</summary>
internal sealed class KeysAreTaken()
    : EvolutionRule(
        "EVO-601",
        "Idempotency keys are taken",
        "A client that repeats with a key that is no longer looked at does twice what it meant to do once."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair)
    {
        foreach (var operation in pair.Kept)
        {
            var (old, now) = (operation.Old.Idempotency, operation.New.Idempotency);
            var subject = new Subject(
                $"{operation.Name}, idempotency",
                old?.Location ?? operation.Subject.Old,
                now?.Location ?? operation.Subject.New
            );
            if ((old is null) != (now is null))
            {
                yield return now is null
                    ? Found(Impacts.OnConsumers, subject, "idempotency keys are not taken any more")
                : now.Required ? Found(Impacts.OnConsumers, subject, "an idempotency key is demanded")
                : Found(Impacts.OnProvider, subject, "idempotency keys are taken");
                continue;
            }

            if (old is null || now is null)
            {
                continue;
            }

            if (!old.Header.Value.Equals(now.Header.Value, StringComparison.OrdinalIgnoreCase))
            {
                yield return Found(
                    Impacts.OnBoth,
                    subject with
                    {
                        Old = old.Header.Location,
                        New = now.Header.Location,
                    },
                    $"the header of the key is {Phrase.Of(now.Header.Value)}, was {Phrase.Of(old.Header.Value)}"
                );
            }

            if (old.Required != now.Required)
            {
                yield return Found(
                    now.Required ? Impacts.OnConsumers : Impacts.OnProvider,
                    subject,
                    now.Required ? "the key has become required" : "the key has become optional"
                );
            }
        }
    }
}
