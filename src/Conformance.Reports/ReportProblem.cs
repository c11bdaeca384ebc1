namespace Conformance.Reports;

/// <summary>A report that could not be written: never silently lost, so a run with one cannot end with 0.</summary>
/// <param name="Report">Key of the report.</param>
/// <param name="Message">What went wrong and where, without a stack trace.</param>
public sealed record ReportProblem(string Report, string Message)
{
    /// <inheritdoc />
    public override string ToString() => $"report {Report}: {Message}";
}
