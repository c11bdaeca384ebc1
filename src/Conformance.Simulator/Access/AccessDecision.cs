namespace Conformance.Simulator.Access;

/// <summary>Why a call was refused.</summary>
internal enum AccessRefusal
{
    /// <summary>No credential was sent in the declared place.</summary>
    Missing,

    /// <summary>The credential is not known.</summary>
    Unknown,

    /// <summary>The token was issued here, but its time is over.</summary>
    Expired,

    /// <summary>More than one credential was sent.</summary>
    Ambiguous,

    /// <summary>The token lacks a scope.</summary>
    InsufficientScope,
}

/// <summary>Whether a call is let in.</summary>
internal abstract record AccessDecision
{
    /// <summary>It is.</summary>
    /// <param name="Identity">Who calls.</param>
    public sealed record Granted(Identity Identity) : AccessDecision;

    /// <summary>It is not.</summary>
    /// <param name="Refusal">Why.</param>
    /// <param name="Identity">Who calls, where that is known all the same.</param>
    public sealed record Denied(AccessRefusal Refusal, Identity? Identity) : AccessDecision;
}
