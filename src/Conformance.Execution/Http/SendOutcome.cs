using Conformance.Execution.Recording;

namespace Conformance.Execution.Http;

/// <summary>What became of a request: it went out, or something stood in its way.</summary>
/// <param name="Wire">What happened on the wire; null when it was not sent.</param>
/// <param name="Obstacle">Why it was not sent; null when it was.</param>
internal readonly record struct SendOutcome(WireRecording? Wire, Obstacle? Obstacle)
{
    /// <summary>Why there is no response; null when there is one.</summary>
    public Obstacle? Problem => Obstacle ?? (Wire?.Failure is { } failure ? Obstacles.NoAnswer(failure) : null);

    /// <summary>The response; null when there is none.</summary>
    public RecordedResponse? Response => Wire?.Response;
}
