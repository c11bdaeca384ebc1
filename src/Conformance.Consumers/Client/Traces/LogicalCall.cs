using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Traces;

/// <summary>One thing the client wanted, with every attempt at it.</summary>
/// <param name="Attempts">The attempts in order; at least one.</param>
/// <param name="IsCertain">
/// Whether the attempts certainly belong together. A client that ordinarily makes the very same request several times
/// may be doing so again.
/// </param>
internal sealed record LogicalCall(ImmutableArray<SeenCall> Attempts, bool IsCertain)
{
    /// <summary>The first attempt.</summary>
    public SeenCall First => Attempts[0];

    /// <summary>The operation.</summary>
    public Endpoint Endpoint => First.Endpoint!;

    /// <summary>The attempts after the first.</summary>
    public IEnumerable<SeenCall> Retries => Attempts.Skip(1);

    /// <summary>Whether there was more than one attempt.</summary>
    public bool IsRetried => Attempts.Length > 1;

    /// <summary>The pauses: from each answer to the next attempt.</summary>
    public ImmutableArray<TimeSpan> Pauses =>
        [.. Attempts.Zip(Attempts.Skip(1)).Select(pair => Timeline.Pause(pair.First, pair.Second))];
}
