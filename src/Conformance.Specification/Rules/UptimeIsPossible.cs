using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>The promised uptime is possible beside the maintenance.</summary>
internal sealed class UptimeIsPossible()
    : AdvisoryRule(
        "SLA-101",
        Severity.Error,
        "The uptime is impossible",
        "Two hours of maintenance a week are 1.19 %: who counts them breaks 99.9 % every week, who does not reads another contract.",
        "add sla.maintenance_excluded: true, shorten the window, or lower the uptime"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        foreach (var environment in specification.Environments)
        {
            if (
                environment
                is not {
                    MaintenanceWindow: { } window,
                    Sla: { UptimePercent: { } uptime, MaintenanceExcluded: not true }
                }
            )
            {
                continue;
            }

            var possible = 100m * (1m - (decimal)Length(window).Ticks / TimeSpan.FromDays(7).Ticks);
            if (uptime.Value > possible)
            {
                yield return Finding(
                    uptime.Location,
                    $"uptime {uptime} % is impossible with maintenance on {window.Day}, {window.From:HH:mm}-{window.To:HH:mm} "
                        + $"(at most {possible:0.00} %), unless it is excluded",
                    $"at most {possible:0.00} %, or maintenance_excluded: true",
                    $"{uptime} %",
                    related: new RelatedLocation("the maintenance", window.Location)
                );
            }
        }
    }

    /// <summary>A window over midnight ends on the next day.</summary>
    private static TimeSpan Length(MaintenanceWindow window) => window.To - window.From;
}
