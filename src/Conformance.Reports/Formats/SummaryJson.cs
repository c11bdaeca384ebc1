using System.Text.Json;
using Conformance.Reports.Summary;
using Conformance.Reports.Writing;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Formats;

/// <summary>The run in one JSON file, for scripts and dashboards; the format is versioned and described in <c>reports/README.md</c>.</summary>
/// <param name="options">Where and how it is written.</param>
public sealed class SummaryJson(ReportOptions options) : SingleFileReport("summary", "summary.json", options)
{
    /// <inheritdoc />
    protected override ReadOnlyMemory<byte> Render(RunResult result) =>
        JsonSerializer.SerializeToUtf8Bytes(
            Summarizer.Summarize(result, Options.Mask),
            new SummaryJsonContext(
                new JsonSerializerOptions(SummaryJsonContext.Default.Options)
                {
                    Converters = { new MaskedString(Options.Mask) },
                }
            ).SummaryDocument
        );
}
