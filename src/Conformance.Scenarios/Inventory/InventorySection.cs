namespace Conformance.Scenarios.Inventory;

/// <summary>The part of a specification that a requirement stands in, in the order of a report.</summary>
public enum InventorySection
{
    /// <summary>Credentials and tokens.</summary>
    Authentication,

    /// <summary>What an operation accepts and refuses.</summary>
    Requests,

    /// <summary>What an operation answers.</summary>
    Responses,

    /// <summary>What an operation does to the resources behind it.</summary>
    Resources,

    /// <summary>What happens to a request that is sent twice.</summary>
    Idempotency,

    /// <summary>The error format and the error catalogue.</summary>
    Errors,

    /// <summary>Published limits.</summary>
    RateLimits,

    /// <summary>Deliveries of events.</summary>
    Webhooks,

    /// <summary>Sequence diagrams.</summary>
    Sequences,

    /// <summary>Declared scenarios.</summary>
    Scenarios,

    /// <summary>What is promised of single environments.</summary>
    Environments,

    /// <summary>What no single line of a specification says: rules of standards and of good practice that cases test.</summary>
    Standards,
}
