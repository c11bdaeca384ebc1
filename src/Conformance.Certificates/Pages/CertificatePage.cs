using System.Globalization;
using System.Net;
using System.Text;
using Conformance.Certificates.Signing;

namespace Conformance.Certificates.Pages;

/// <summary>The certificate for people: one page that prints to one sheet, and says how it can be verified.</summary>
internal static class CertificatePage
{
    private const int MostListed = 8;

    /// <summary>The page, HTML without a script.</summary>
    /// <param name="predicate">What is certified.</param>
    /// <param name="key">The key that signs it.</param>
    public static string Of(TestResultPredicate predicate, VerifyingKey key)
    {
        var run = predicate.Conformance;
        var (heading, kind) = predicate.Result switch
        {
            TestResultPredicate.Passed => ("conforms to", "good"),
            TestResultPredicate.Warned => ("conforms, with warnings, to", "fair"),
            _ => ("does not conform to", "bad"),
        };
        var title = Html($"{run.Title} {run.SpecificationVersion}".TrimEnd());
        var page = new StringBuilder();
        page.Append(
            $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>Certificate: {title}</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <main class="{kind}">
            <p class="kind">Certificate of conformance</p>
            <h1>{Html(run.Target ?? "The built-in simulator")}</h1>
            <p class="result">{heading} <strong>{title}</strong></p>
            <table class="counts"><tr><th>passed</th><th>with a warning</th><th>failed</th><th>inconclusive</th><th>skipped</th><th>attested</th></tr>
            <tr><td>{predicate.PassedTests.Length}</td><td>{predicate.WarnedTests.Length}</td><td>{predicate.FailedTests.Length}</td><td>{predicate.InconclusiveTests.Length}</td><td>{predicate.SkippedTests.Length}</td><td>{run.Attested.Length}</td></tr></table>
            <dl>
            """
        );
        Row(page, "Valid until", Time(run.ExpiresAt));
        Row(page, "Issued", Time(run.IssuedAt));
        Row(page, "Run", $"{Time(run.StartedAt)} to {Time(run.FinishedAt)}");
        Row(page, "Environment", run.Environment ?? "none");
        Row(page, "Build", run.Build ?? "not named: this binds to the contract and the time, not to what ran");
        Row(page, "Specification", $"SHA-256 {run.SpecificationSha256}");
        Row(
            page,
            "Cases",
            $"{run.Cases}, all of the {(run.Profile is null ? "specification" : $"profile '{run.Profile}'")}; case list SHA-256 {run.CaseListSha256}"
        );
        Row(
            page,
            "Conditions",
            $"profile {run.Profile ?? "full"}, seed {run.Seed}, no filter, no waivers, no repetitions; conformance {run.ToolVersion}"
        );
        Row(page, "Witnessed", run.Nonce is null ? "no" : $"yes, nonce {run.Nonce} in every request");
        Row(page, "Signing key", $"{key.Algorithm}, SHA-256 {key.Id}");
        page.Append("</dl>\n");
        Section(page, "Failed", predicate.FailedTests, null);
        Section(page, "Inconclusive", predicate.InconclusiveTests, null);
        Section(
            page,
            "Attested, not tested",
            run.Attested.Select(d =>
                $"{d.Requirement}: {d.Statement} ({d.DeclaredBy}{(d.Role is null ? "" : $", {d.Role}")}, {d.Date:yyyy-MM-dd})"
            ),
            "Declared by the named person, for it cannot be observed from outside."
        );
        Section(
            page,
            "Taken on trust",
            run.TakenOnTrust,
            "Judged by the run with a secret that the evidence does not hold; all other verdicts can be derived from it again."
        );
        page.Append(
            """
            <footer>This page is a part of a signed bundle and proves nothing by itself. To verify it:
            <code>conformance verify-certificate BUNDLE --key PUBLIC-KEY.pem</code></footer>
            </main>
            </body>
            </html>

            """
        );
        return page.ToString().ReplaceLineEndings("\n");
    }

    private static void Row(StringBuilder page, string name, string value) =>
        page.Append(CultureInfo.InvariantCulture, $"<dt>{name}</dt><dd>{Html(value)}</dd>\n");

    private static void Section(StringBuilder page, string heading, IEnumerable<string> lines, string? remark)
    {
        var all = lines.ToArray();
        if (all.Length == 0)
        {
            return;
        }

        page.Append(CultureInfo.InvariantCulture, $"<h2>{heading} ({all.Length})</h2>\n");
        page.Append(remark is null ? "" : $"<p>{Html(remark)}</p>\n").Append("<ul>\n");
        foreach (var line in all.Take(MostListed))
        {
            page.Append(CultureInfo.InvariantCulture, $"<li>{Html(line)}</li>\n");
        }

        page.Append(all.Length > MostListed ? $"<li>and {all.Length - MostListed} more, in the statement</li>\n" : "");
        page.Append("</ul>\n");
    }

    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string Html(string text) => WebUtility.HtmlEncode(text);

    private const string Style = """
        @page { size: A4; margin: 14mm; }
        :root { color-scheme: light dark; --ink: #1f2328; --soft: #57606a; --paper: #fff; --line: #d0d7de; --mark: #1a7f37; }
        @media (prefers-color-scheme: dark) { @media screen { :root { --ink: #e6edf3; --soft: #9da7b3; --paper: #0d1117; --line: #30363d; } } }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 14px/1.45 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }
        main { max-width: 760px; margin: 24px auto; padding: 28px 32px; border: 1px solid var(--line); border-top: 8px solid var(--mark); }
        .fair { --mark: #8a6100; } .bad { --mark: #b42318; }
        .kind { margin: 0; letter-spacing: .08em; text-transform: uppercase; font-size: 12px; color: var(--soft); }
        h1 { margin: 4px 0; font-size: 24px; overflow-wrap: anywhere; } .result { margin: 0 0 16px; font-size: 17px; }
        .counts { width: 100%; border-collapse: collapse; text-align: center; margin-bottom: 16px; }
        .counts th { font-weight: 400; color: var(--soft); font-size: 12px; } .counts td { font-size: 22px; font-weight: 600; }
        dl { display: grid; grid-template-columns: 120px 1fr; gap: 4px 16px; margin: 0; } dt { color: var(--soft); }
        dd { margin: 0; overflow-wrap: anywhere; } h2 { font-size: 15px; margin: 16px 0 4px; } p { margin: 0 0 4px; }
        ul { margin: 0; padding-left: 20px; overflow-wrap: anywhere; } footer { margin-top: 20px; color: var(--soft); font-size: 12px; }
        @media (max-width: 520px) { main { margin: 0; border-width: 8px 0 0; padding: 16px; } dl { grid-template-columns: 1fr; } }
        @media print { main { margin: 0; border: 0; border-top: 8px solid var(--mark); padding: 12px 0 0; } }
        """;
}
