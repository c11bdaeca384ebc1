using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;
using Conformance.Simulator.Resources;
using Conformance.Simulator.Webhooks;

namespace Conformance.Simulator.Faults;

/// <summary>
/// Whether a fault left a decision as it was. Compared by content: a fault may hand back a copy in which nothing changed,
/// and that is no lie.
/// </summary>
internal static class Truth
{
    /// <summary>Whether two decisions say the same.</summary>
    public static bool IsSame<T>(T honest, T told) =>
        ReferenceEquals(honest, told)
        || (honest, told) switch
        {
            (Reply a, Reply b) => IsSame(a, b),
            (Resource a, Resource b) => IsSame(a, b),
            (IReadOnlyList<Resource> a, IReadOnlyList<Resource> b) => a.Count == b.Count
                && a.Zip(b).All(p => IsSame(p.First, p.Second)),
            (WebhookOccurrence a, WebhookOccurrence b) => (a with { Payload = b.Payload }) == b
                && JsonNode.DeepEquals(a.Payload, b.Payload),
            (RetryPlan a, RetryPlan b) => (a with { Waits = b.Waits }) == b && a.Waits.SequenceEqual(b.Waits),
            (ImmutableArray<WebhookOccurrence> a, ImmutableArray<WebhookOccurrence> b) => a.SequenceEqual(b),
            (ImmutableArray<Violation> a, ImmutableArray<Violation> b) => a.SequenceEqual(b),
            _ => EqualityComparer<T>.Default.Equals(honest, told),
        };

    private static bool IsSame(Reply a, Reply b) =>
        (a with { Headers = b.Headers, Body = b.Body, Raw = b.Raw }) == b
        && a.Headers.SequenceEqual(b.Headers)
        && (a.Raw ?? default).Span.SequenceEqual((b.Raw ?? default).Span)
        && JsonNode.DeepEquals(a.Body, b.Body);

    private static bool IsSame(Resource a, Resource b) =>
        (a with { Fields = b.Fields }) == b && JsonNode.DeepEquals(a.Fields, b.Fields);
}
