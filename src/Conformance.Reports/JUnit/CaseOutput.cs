using System.Globalization;
using System.Text;
using Conformance.Execution.Recording;
using Conformance.Reports.Wording;
using Conformance.Reports.Writing;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.JUnit;

/// <summary>The output of a test: its exchanges one by one; with bodies where the case did not pass.</summary>
internal static class CaseOutput
{
    // Build servers load these files whole: GitLab refuses more than 30 MB.
    private const int LongestBody = 4 * 1024;

    /// <summary>The text; empty when nothing was sent and nothing is to be said.</summary>
    public static string Of(CaseResult result, ReportOptions options)
    {
        var text = new StringBuilder();
        if (result.Flakiness is not null)
        {
            text.Append(EvidenceText.Headline(result)).Append('\n');
        }

        Append(text, result.Record, result.Verdict, options);
        foreach (var attempt in result.Attempts)
        {
            var setting = attempt.Setting is AttemptSetting.Alone ? "alone" : "in order";
            text.Append(
                CultureInfo.InvariantCulture,
                $"attempt {attempt.Number}, {setting}: {Terms.Of(attempt.Verdict)}\n"
            );
            Append(text, attempt.Record, attempt.Verdict, options);
        }

        foreach (var note in result.Record?.Notes ?? [])
        {
            text.Append("note: ").Append(note).Append('\n');
        }

        if (result.Verdict is Verdict.Passed && EvidenceText.Full(result) is { Length: > 0 } warnings)
        {
            text.Append(warnings).Append('\n');
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, CaseRecord? record, Verdict verdict, ReportOptions options)
    {
        var shown = Excerpted.Of(record?.Exchanges ?? [], options.MaxExchangesPerStep);
        foreach (var exchange in shown.Exchanges)
        {
            Append(text, exchange, verdict is not Verdict.Passed, options);
        }

        if (shown.Omitted > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"({shown.Omitted} further exchanges are not shown)\n");
        }
    }

    private static void Append(StringBuilder text, Exchange exchange, bool withBodies, ReportOptions options)
    {
        text.Append(ExchangeLine.Of(exchange)).Append('\n');
        if (withBodies)
        {
            AppendBody(text, "  > ", exchange.Request.Body, options);
            AppendBody(text, "  < ", exchange.Response?.Body ?? default, options);
        }
    }

    private static void AppendBody(StringBuilder text, string mark, ReadOnlyMemory<byte> body, ReportOptions options)
    {
        if (body.IsEmpty)
        {
            return;
        }

        var shown = BodyText.Of(
            body,
            options with
            {
                MaxBodyCharacters = Math.Min(LongestBody, options.MaxBodyCharacters),
            }
        );
        text.Append(mark);
        text.Append(
            shown.IsBinary ? $"({shown.Size} bytes that are no text)" : shown.Value.ReplaceLineEndings($"\n{mark}")
        );
        text.Append(shown is { IsCut: true, IsBinary: false } ? $"... (cut, {shown.Size} bytes)\n" : "\n");
    }
}
