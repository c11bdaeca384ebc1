using System.Collections.Immutable;

namespace Conformance.Reports;

/// <summary>What <c>--report</c> asks for: the reports, or why it cannot be met.</summary>
public abstract record ReportSelection
{
    /// <summary>Every key is known.</summary>
    /// <param name="Reports">The reports.</param>
    public sealed record Accepted(ReportSet Reports) : ReportSelection;

    /// <summary>A key is not known, or none was given.</summary>
    /// <param name="Message">What is wrong, with the accepted keys.</param>
    /// <param name="AcceptedKeys">The keys there are.</param>
    public sealed record Refused(string Message, ImmutableArray<string> AcceptedKeys) : ReportSelection;
}
