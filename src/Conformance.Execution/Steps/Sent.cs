using Conformance.Execution.Credentials;
using Conformance.Execution.Recording;

namespace Conformance.Execution.Steps;

/// <summary>What became of one request of a step.</summary>
/// <param name="Exchange">What was recorded; null when nothing was sent.</param>
/// <param name="Credential">The valid credential it was sent with.</param>
/// <param name="Obstacle">What stands in the way of the rest of the case.</param>
internal readonly record struct Sent(Exchange? Exchange, Credential? Credential, Obstacle? Obstacle)
{
    /// <summary>The status; null when there is no response.</summary>
    public int? Status => Exchange?.Response?.Status;
}
