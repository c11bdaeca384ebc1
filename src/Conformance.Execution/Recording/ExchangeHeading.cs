using Conformance.Specification.Model;

namespace Conformance.Execution.Recording;

/// <summary>What an exchange is for.</summary>
/// <param name="Step">Name of the step.</param>
/// <param name="Purpose">Why it is sent.</param>
/// <param name="Endpoint">The operation it calls, if a declared one.</param>
/// <param name="CredentialMark">Mark of its credential.</param>
/// <param name="Throttled">How often it was answered 429 and repeated.</param>
/// <param name="SentAtTarget">When it was sent, by the target's clock.</param>
/// <param name="AnsweredAtTarget">The latest it can have been answered, by the target's clock.</param>
internal readonly record struct ExchangeHeading(
    string Step,
    ExchangePurpose Purpose,
    Endpoint? Endpoint = null,
    string? CredentialMark = null,
    int Throttled = 0,
    DateTimeOffset? SentAtTarget = null,
    DateTimeOffset? AnsweredAtTarget = null
);
