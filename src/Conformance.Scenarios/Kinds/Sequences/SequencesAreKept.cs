using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Requirements;
using Conformance.Scenarios.Sequences;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.Sequences;

/// <summary>
/// What a sequence diagram shows between client and provider happens, in that order: each way through it is a case. Ways
/// with deliveries have a second case without them, for targets whose deliveries cannot be received.
/// </summary>
internal sealed class SequencesAreKept : IScenarioSource
{
    /// <inheritdoc />
    public IEnumerable<ContractCase> Compile(CompilerContext context)
    {
        foreach (var path in DiagramPath.All(context.Specification).Where(p => p.Calls.Any()))
        {
            var walk = new SequenceWalk(context, path);
            if (walk.Obstacle is { } reason)
            {
                context.Omit(SequenceSentences.Of(path), reason);
                continue;
            }

            var hasDeliveries = path.Messages.Any(m => m.Message.Meaning is DiagramMeaning.Delivery);
            if (hasDeliveries)
            {
                yield return walk.Case(withDeliveries: true);
            }

            if (!hasDeliveries || path.Calls.Skip(1).Any())
            {
                yield return walk.Case(withDeliveries: false);
            }
        }
    }
}
