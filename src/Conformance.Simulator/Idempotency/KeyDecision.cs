using Conformance.Simulator.Http;

namespace Conformance.Simulator.Idempotency;

/// <summary>What a request with an idempotency key is (STANDARDS B.2).</summary>
internal abstract record KeyDecision
{
    /// <summary>The first with its key: carry it out.</summary>
    public sealed record Fresh : KeyDecision;

    /// <summary>The same request again.</summary>
    /// <param name="Original">The first answer.</param>
    public sealed record Replay(Reply Original) : KeyDecision;

    /// <summary>Another request with a key that was used before.</summary>
    /// <param name="Original">The first answer.</param>
    public sealed record Mismatch(Reply Original) : KeyDecision;

    /// <summary>The first one is still being carried out.</summary>
    /// <param name="Done">Ends when it is not any more.</param>
    /// <param name="IsSame">Whether this is the same request.</param>
    public sealed record InFlight(Task Done, bool IsSame) : KeyDecision;
}
