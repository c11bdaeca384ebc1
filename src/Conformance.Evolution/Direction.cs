namespace Conformance.Evolution;

/// <summary>Which way a message goes; decides whom a wider or narrower message breaks.</summary>
public enum Direction
{
    /// <summary>From consumer to provider: requests. Less that is allowed breaks consumers.</summary>
    ToProvider,

    /// <summary>From provider to consumer: responses and deliveries. More that is possible breaks consumers.</summary>
    ToConsumer,
}
