using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Webhooks;

/// <summary>What a delivery contains stays declared.</summary>
internal sealed class PayloadsStayDeclared()
    : EvolutionRule(
        "EVO-808",
        "Payloads stay declared",
        "A payload or envelope that is no longer declared may be anything."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair)
    {
        var (old, now) = (pair.Old.Webhooks, pair.New.Webhooks);
        if (old is null || now is null)
        {
            return [];
        }

        return Declared("webhook envelope", old.Envelope, now.Envelope, new Subject("", old.Location, now.Location))
            .Concat(
                Matching
                    .By(old.Events, now.Events, e => e.Name.Value)
                    .Where(e => e.Old is not null && e.New is not null)
                    .SelectMany(e =>
                        Declared(
                            $"webhook {e.New!.Name.Value}",
                            e.Old!.Payload,
                            e.New.Payload,
                            new Subject("", e.Old.Location, e.New.Location)
                        )
                    )
            )
            .Select(c => c with { Direction = Direction.ToConsumer });
    }

    private IEnumerable<Change> Declared(string name, SchemaNode? old, SchemaNode? now, Subject at)
    {
        if ((old is null) != (now is null))
        {
            yield return Found(
                now is null ? Impacts.OnConsumers : Impacts.OnProvider,
                new Subject(name, old?.Location ?? at.Old, now?.Location ?? at.New),
                now is null ? "it is left open, was declared" : "it is declared, was left open"
            );
        }
    }
}
