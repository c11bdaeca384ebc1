using Conformance.Reports.JUnit;
using Conformance.Reports.Writing;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Formats;

/// <summary>
/// JUnit XML in the part of the format that every consumer takes: one suite for each kind of scenario, properties on
/// suites only, the reason in the text of an element and not only in its message.
/// </summary>
/// <param name="options">Where and how it is written.</param>
public sealed class JUnitXml(ReportOptions options) : SingleFileReport("junit", "junit.xml", options)
{
    /// <inheritdoc />
    protected override ReadOnlyMemory<byte> Render(RunResult result) =>
        XmlFile.Of(writer => new JUnitDocument(writer, Options, result).Write());
}
