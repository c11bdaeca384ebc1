using System.Globalization;
using Conformance.Execution.Courtesy;

namespace Conformance;

/// <summary>
/// Keeps a run from an environment that is under maintenance: what it would find says nothing about the contract, and it
/// would be in the way. A target on this machine is nobody else's to maintain, whatever environment it plays.
/// </summary>
internal static class UnderMaintenance
{
    /// <summary>Why the run does not start now; null when it may.</summary>
    /// <param name="plan">What is to be done.</param>
    /// <param name="time">The run's clock.</param>
    public static Refusal? Refusal(ConformancePlan plan, TimeProvider time)
    {
        if (
            plan
                is not {
                    Options: { DuringMaintenance: false, BaseUrl.IsLoopback: false },
                    Environment.Environment: { } environment
                }
            || MaintenanceGate.OpenUntil(environment, time.GetUtcNow()) is not { } end
        )
        {
            return null;
        }

        var until = end.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        return new Refusal(
            RefusalKind.Unreachable,
            $"'{environment.Name.Value}' is under maintenance until {until} ({environment.MaintenanceWindow!.Location}); nothing was sent."
        )
        {
            Fix = "Run again after that, or pass --during-maintenance.",
        };
    }
}
