using System.Globalization;
using System.Net;
using System.Text;
using Conformance.Specification.Model;
using Conformance.Verdicts.Results;

namespace Conformance.Cli.Verification;

/// <summary>
/// The matrix as one page that needs nothing else: fault by kind of case. Every text is escaped, whoever wrote it, and
/// the page may load and run nothing but what is in it.
/// </summary>
internal static class VerificationHtml
{
    private const string Style = """
        :root{color-scheme:light dark;--line:#ccc;--good:#1a7f37;--bad:#cf222e;--quiet:#666}
        @media (prefers-color-scheme:dark){:root{--line:#444;--good:#56d364;--bad:#ff7b72;--quiet:#999}}
        body{font:14px/1.45 system-ui,sans-serif;margin:1.5rem;max-width:100rem}
        table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid var(--line);padding:.3rem .5rem;text-align:left;vertical-align:top}
        th{position:sticky;top:0;background:Canvas}td.n{text-align:right}small{color:var(--quiet);display:block;overflow-wrap:anywhere}
        .caught{color:var(--good)}.survived,.notRun{color:var(--bad);font-weight:bold}input{font:inherit;padding:.3rem;width:24rem;max-width:90%}
        """;

    private const string Script = """
        const rows=[...document.querySelectorAll('tbody tr')],word=document.getElementById('word'),kind=document.getElementById('state');
        const show=()=>rows.forEach(r=>r.hidden=!(r.textContent.toLowerCase().includes(word.value.toLowerCase())&&(!kind.value||r.dataset.state===kind.value)));
        word.addEventListener('input',show);kind.addEventListener('change',show);
        """;

    /// <summary>The page.</summary>
    public static string Of(VerificationResult result)
    {
        var page = new StringBuilder();
        var title = Text($"Detection power: {result.Options.Plan.Specification.Info.Title.Value}");
        page.Append(
            $"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>{title}</title>
            <meta name="viewport" content="width=device-width">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{Hash(
                Style
            )}'; script-src '{Hash(Script)}'">
            <style>{Style}</style></head><body><h1>{title}</h1>

            """
        );
        WriteSummary(page, result);
        WriteMatrix(page, result);
        page.Append($"<script>{Script}</script></body></html>\n");
        return page.ToString();
    }

    private static void WriteSummary(StringBuilder page, VerificationResult result)
    {
        var counts = States(result).Select(s => Invariant($"{result.Of(s).Count()} {VerificationText.Name(s)}"));
        page.Append(
            $"<p>{Text(Invariant($"{result.Faults.Length} faults: {string.Join(", ", counts)}."))}</p>\n<ul>\n"
        );
        foreach (var run in result.Conforming)
        {
            var said = Invariant(
                $"Conforming simulator: {run.Count(Verdict.Passed)} of {run.Cases.Length} cases passed, {run.FalseAlarms.Count()} false alarms."
            );
            page.Append($"<li>{Text(said)}</li>\n");
        }

        foreach (var alarm in result.FalseAlarms)
        {
            page.Append($"<li class=\"survived\">False alarm: {Text(alarm.Case.Id)}</li>\n");
        }

        page.Append("</ul>\n");
    }

    private static void WriteMatrix(StringBuilder page, VerificationResult result)
    {
        var kinds = result.Faults.SelectMany(f => f.Catches).Select(c => c.Case.Kind).Distinct().Order().ToList();
        page.Append(
            "<p><input id=\"word\" placeholder=\"Search\" aria-label=\"Search\"> <select id=\"state\" aria-label=\"State\">"
        );
        page.Append("<option value=\"\">all</option>");
        foreach (var state in States(result))
        {
            page.Append($"<option value=\"{Key(state)}\">{Text(VerificationText.Name(state))}</option>");
        }

        page.Append("</select></p>\n<table><thead><tr><th>fault</th><th>area</th><th>state</th>");
        kinds.ForEach(k => page.Append($"<th>{Text(KindName(k))}</th>"));
        page.Append("<th>said first</th></tr></thead><tbody>\n");
        foreach (var row in result.Faults)
        {
            Write(page, row, kinds);
        }

        page.Append("</tbody></table>\n");
    }

    private static void Write(StringBuilder page, FaultOutcome row, List<ScenarioKind> kinds)
    {
        var state = Key(row.Detection);
        page.Append(
            $"<tr data-state=\"{state}\"><td>{Text(row.Fault.Name)}<small>{Text(row.Fault.Description)}</small></td>"
        );
        page.Append($"<td>{Text(FaultSelection.AreaName(row.Fault.Area))}</td>");
        page.Append($"<td class=\"{state}\">{Text(VerificationText.Name(row.Detection))}</td>");
        foreach (var kind in kinds)
        {
            var count = row.Catches.Count(c => c.Case.Kind == kind);
            page.Append($"<td class=\"n\">{(count == 0 ? "" : Invariant($"{count}"))}</td>");
        }

        var seen = row.Catches.Concat(row.Warnings).FirstOrDefault();
        page.Append(
            $"<td>{Text(seen?.Case.Id ?? "")}<small>{Text(seen is null ? row.Reason : VerificationText.Said(seen))}</small></td></tr>\n"
        );
    }

    private static IEnumerable<Detection> States(VerificationResult result) =>
        Enum.GetValues<Detection>().Where(d => result.Of(d).Any());

    private static string KindName(ScenarioKind kind) => Scenarios.Compiling.KindNames.Of(kind);

    private static string Key(Detection state) =>
        System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(state.ToString());

    private static string Text(string? text) => WebUtility.HtmlEncode(text ?? "");

    // A hash allows this very text and no other, even if markup could get in.
    private static string Hash(string text) =>
        $"sha256-{Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
