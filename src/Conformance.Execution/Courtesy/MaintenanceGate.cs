using Conformance.Specification.Model;

namespace Conformance.Execution.Courtesy;

/// <summary>Knows when an environment is under maintenance, so that a run can refuse to start.</summary>
public static class MaintenanceGate
{
    /// <summary>When the maintenance window that is open now ends; null when none is open.</summary>
    /// <param name="environment">The environment; null for none.</param>
    /// <param name="now">The time, in any zone.</param>
    public static DateTimeOffset? OpenUntil(TargetEnvironment? environment, DateTimeOffset now)
    {
        if (environment?.MaintenanceWindow is not { } window)
        {
            return null;
        }

        var utc = now.ToUniversalTime();
        var today = new DateTimeOffset(utc.Date, TimeSpan.Zero);
        var sinceDay = ((int)utc.DayOfWeek - (int)window.Day + 7) % 7;
        var start = today.AddDays(-sinceDay) + window.From.ToTimeSpan();
        var length = window.To.ToTimeSpan() - window.From.ToTimeSpan();
        var end = start + (length > TimeSpan.Zero ? length : length + TimeSpan.FromDays(1));
        // A window that began last week's day may still be open when its own day has come round again.
        var previousEnd = end.AddDays(-7);
        return utc < previousEnd ? previousEnd
            : utc >= start && utc < end ? end
            : null;
    }
}
