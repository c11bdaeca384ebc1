namespace Conformance.Simulator.Limits;

/// <summary>Where a client stands with a limit.</summary>
/// <param name="IsAdmitted">Whether the request is let through.</param>
/// <param name="Limit">Published requests per window.</param>
/// <param name="Remaining">Published requests left; 0 while a burst is used.</param>
/// <param name="Reset">End of the window, on a whole second.</param>
/// <param name="RetryAfter">How long to wait for the next window, in whole seconds.</param>
internal sealed record Allowance(bool IsAdmitted, long Limit, long Remaining, DateTimeOffset Reset, long RetryAfter);
