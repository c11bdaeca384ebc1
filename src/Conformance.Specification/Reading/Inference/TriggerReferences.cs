using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Specification.Reading.Inference;

/// <summary>Checks that events are triggered by operations that exist.</summary>
internal static class TriggerReferences
{
    public static void Check(Webhooks? webhooks, ImmutableArray<Endpoint> endpoints, ReadingContext context)
    {
        var known = endpoints.Select(e => e.OperationId.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var operation in webhooks?.Events.SelectMany(e => e.TriggeredBy) ?? [])
        {
            if (!known.Contains(operation.Value))
            {
                context.Unresolved(operation.Location, "operation", operation.Value, known);
            }
        }
    }
}
