namespace Conformance.Reports;

/// <summary>A report that is complete.</summary>
/// <param name="Report">Key of the report.</param>
/// <param name="Path">What a person would open.</param>
public sealed record WrittenReport(string Report, string Path);
