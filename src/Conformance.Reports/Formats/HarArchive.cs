using System.Globalization;
using System.Text.Json;
using Conformance.Reports.Har;
using Conformance.Reports.Wording;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Formats;

/// <summary>
/// Every exchange of the run as an HTTP archive, HAR 1.2: what browsers, proxies and <c>conformance check-har</c> read.
/// Credentials and cookies are left out, whoever they belong to.
/// </summary>
/// <param name="options">Where and how it is written.</param>
public sealed class HarArchive(ReportOptions options) : SingleFileReport("har", "traffic.har", options)
{
    /// <inheritdoc />
    protected override ReadOnlyMemory<byte> Render(RunResult result)
    {
        var entries = new HarEntries(Options);
        var pages = result
            .Cases.SelectMany(c =>
                c.Attempts.Select(a => (Case: a.AsResult(c), Attempt: (int?)a.Number))
                    .Append((Case: c, Attempt: (int?)null))
            )
            .Where(c => c.Case.Record is { Exchanges.IsEmpty: false })
            .Select((c, i) => (c.Case, c.Attempt, Page: string.Create(CultureInfo.InvariantCulture, $"case_{i + 1}")))
            .ToArray();
        var document = new HarDocument(
            new(
                "1.2",
                new("conformance", result.Run.ToolVersion),
                [.. pages.Select(p => Page(p.Case, p.Attempt, p.Page))],
                [
                    .. pages
                        // What another case sent is in the archive by that case.
                        .SelectMany(p => p.Case.Record!.Exchanges.Where(e => !e.IsShared).Select(e => (e, p.Page)))
                        .OrderBy(x => x.e.SentAt)
                        .Select(x => entries.Of(x.e, x.Page)),
                ]
            )
        );
        return JsonSerializer.SerializeToUtf8Bytes(document, HarJsonContext.Masking(Options.Mask).HarDocument);
    }

    private static HarPage Page(CaseResult result, int? attempt, string id) =>
        new(
            result.Record!.StartedAt,
            id,
            $"{result.Case.Id} {result.Case.Title}{(attempt is { } number ? $" (attempt {number})" : "")}",
            new(),
            Terms.Of(result.Verdict),
            result.Case.Requirement.Id
        );
}
