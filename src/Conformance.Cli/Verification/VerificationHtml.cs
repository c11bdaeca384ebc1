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
        :root{color-scheme:light dark;--ink:#1b1f24;--quiet:#525c69;--paper:#f6f7f9;--card:#fff;--line:#dde1e7;--good:#17663a;--bad:#a3201c;--fair:#7a4a00;--soft:#eceff3}
        @media (prefers-color-scheme:dark){:root{--ink:#e4e8ed;--quiet:#a7b0bc;--paper:#14171b;--card:#1b1f25;--line:#323942;--good:#86d3a4;--bad:#ffa29b;--fair:#f0c073;--soft:#2a3038}}
        *{box-sizing:border-box}body{font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:var(--ink);background:var(--paper);margin:0 auto;padding:1.5rem;max-width:78rem}
        h1{font-size:1.6rem;line-height:1.2;margin:0}p{margin:.5rem 0}ul{padding-left:1.2rem;color:var(--quiet)}
        label{display:inline-grid;font-size:.8rem;color:var(--quiet);margin:.6rem .8rem .8rem 0}input,select{font:inherit;font-size:.95rem;color:var(--ink);background:var(--card);border:1px solid var(--line);border-radius:6px;padding:.3rem .6rem}input{width:20rem;max-width:80vw}
        table{border-collapse:collapse;width:100%;background:var(--card);border:1px solid var(--line)}th,td{border-bottom:1px solid var(--line);padding:.5rem .8rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
        thead th{font-size:.8rem;color:var(--quiet)}tbody th{font-weight:600;width:24%}td.state{width:8rem}td.by{width:13rem}small{color:var(--quiet);display:block;font-weight:400;font-size:.86rem}
        .count{display:inline-block;background:var(--soft);border-radius:5px;padding:0 .45rem;margin:0 .3rem .25rem 0;font-size:.82rem;white-space:nowrap}
        .caught{color:var(--good)}.warned{color:var(--fair)}.survived,.notRun{color:var(--bad);font-weight:600}[hidden]{display:none!important}
        @media (max-width:46rem){body{padding:1rem}thead{display:none}table,tbody,tr,td,tbody th{display:block;width:auto!important}td,tbody th{border:0;padding:.15rem .8rem}tr{border-bottom:1px solid var(--line);padding:.5rem 0}}
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
        page.Append("<p><label>Search<input id=\"word\" type=\"search\"></label><label>State<select id=\"state\">");
        page.Append("<option value=\"\">all</option>");
        foreach (var state in States(result))
        {
            page.Append($"<option value=\"{Key(state)}\">{Text(VerificationText.Name(state))}</option>");
        }

        page.Append(
            "</select></label></p>\n<table><thead><tr><th scope=\"col\">Fault</th><th scope=\"col\">State</th>"
                + "<th scope=\"col\">Caught by cases of</th><th scope=\"col\">Said first</th></tr></thead><tbody>\n"
        );
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
            $"<tr data-state=\"{state}\"><th scope=\"row\">{Text(row.Fault.Name)}<small>{Text(row.Fault.Description)}</small></th>"
        );
        page.Append(
            $"<td class=\"state {state}\">{Text(VerificationText.Name(row.Detection))}<small>{Text(FaultSelection.AreaName(row.Fault.Area))}</small></td><td class=\"by\">"
        );
        foreach (var kind in kinds)
        {
            var count = row.Catches.Count(c => c.Case.Kind == kind);
            page.Append(
                count == 0 ? "" : $"<span class=\"count\">{Text(Invariant($"{KindName(kind)} {count}"))}</span>"
            );
        }

        var seen = row.Catches.Concat(row.Warnings).FirstOrDefault();
        page.Append(
            $"</td><td>{Text(seen?.Case.Id ?? "")}<small>{Text(seen is null ? row.Reason : VerificationText.Said(seen))}</small></td></tr>\n"
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
