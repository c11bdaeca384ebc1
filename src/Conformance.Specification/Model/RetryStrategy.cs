namespace Conformance.Specification.Model;

/// <summary>What a client does about an error.</summary>
public enum RetryKind
{
    /// <summary>It does not try again.</summary>
    None,

    /// <summary>It gets a new token and tries once more.</summary>
    OnceAfterRefresh,

    /// <summary>It waits as long as the response says, then tries again.</summary>
    AfterHeader,

    /// <summary>It tries again after growing pauses.</summary>
    Backoff,

    /// <summary>It reads the resource and decides anew.</summary>
    Reconcile,
}

/// <summary>A retry strategy, read from prose or from its structured form.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="MaxAttempts">How often at most; null when unbounded.</param>
public sealed record RetryStrategy(RetryKind Kind, int? MaxAttempts)
{
    /// <summary>Least pause before the first repetition of a backoff; null when undecided.</summary>
    public TimeSpan? InitialDelay { get; init; }
}
