using Conformance.Reports.Trx;
using Conformance.Reports.Writing;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Formats;

/// <summary>A Visual Studio test results file, as Azure Pipelines and <c>vstest</c> tools read it.</summary>
/// <param name="options">Where and how it is written.</param>
public sealed class TrxFile(ReportOptions options) : SingleFileReport("trx", "conformance.trx", options)
{
    /// <inheritdoc />
    protected override ReadOnlyMemory<byte> Render(RunResult result) =>
        XmlFile.Of(writer => new TrxDocument(writer, Options, result).Write());
}
