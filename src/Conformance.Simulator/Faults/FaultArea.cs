namespace Conformance.Simulator.Faults;

/// <summary>What a fault lies about.</summary>
public enum FaultArea
{
    /// <summary>The form of successful answers.</summary>
    Schema,

    /// <summary>Statuses.</summary>
    Status,

    /// <summary>What a request must be.</summary>
    Validation,

    /// <summary>The form of error answers.</summary>
    ErrorFormat,

    /// <summary>Headers of answers.</summary>
    Headers,

    /// <summary>Tokens and access.</summary>
    Authentication,

    /// <summary>Repeated requests.</summary>
    Idempotency,

    /// <summary>Published limits.</summary>
    RateLimit,

    /// <summary>What is remembered.</summary>
    State,

    /// <summary>Events and their deliveries.</summary>
    Webhooks,

    /// <summary>Bytes and time.</summary>
    Transport,
}
