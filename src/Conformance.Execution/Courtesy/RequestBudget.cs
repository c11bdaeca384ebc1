namespace Conformance.Execution.Courtesy;

/// <summary>What a run will cost the target at most; announced before the first request.</summary>
/// <param name="Requests">Requests to the API.</param>
/// <param name="TokenRequests">Requests to the token endpoint.</param>
/// <param name="ControlRequests">Calls that set states and move the clock.</param>
/// <param name="CleanUpRequests">Calls that remove what the run created.</param>
/// <param name="LongestDuration">What published limits and declared waits can add up to; answers' own time not included.</param>
public sealed record RequestBudget(
    int Requests,
    int TokenRequests,
    int ControlRequests,
    int CleanUpRequests,
    TimeSpan LongestDuration
)
{
    /// <summary>All requests together.</summary>
    public int Total => Requests + TokenRequests + ControlRequests + CleanUpRequests;
}
