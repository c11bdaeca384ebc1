using System.Text;
using System.Text.RegularExpressions;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.Invariants;

/// <summary>
/// An error shows nothing of the inside: no stack traces, file paths, SQL, or private addresses. What merely repeats
/// the request is not an inside.
/// </summary>
internal sealed partial class NoInternalsInErrorBodies : Invariant
{
    private const int MostBytes = 256 * 1024;

    /// <inheritdoc />
    public override IEnumerable<Judged> Judge(SeenExchange seen)
    {
        if (!seen.IsError || seen.Response.Body.IsEmpty)
        {
            yield break;
        }

        var requirement = Proposal(
            RequirementIds.Section("error_format", "no-internals"),
            "The target SHOULD NOT show its inside in error bodies.",
            seen.Specification.ErrorFormat?.Location ?? SourceLocation.None,
            "ERR-10"
        );
        yield return new(
            requirement,
            FindInternals(seen) is { } found
                ? Judgement.Broken(
                    new Finding(
                        seen.Where("body"),
                        "no stack trace, file path, SQL or private address",
                        Excerpt.OfText(found),
                        "log it under the request's id, and send a message without it"
                    )
                )
                : Judgement.Held
        );
    }

    private static string? FindInternals(SeenExchange seen)
    {
        var body = seen.Response.Body;
        var text = Encoding.UTF8.GetString(body.Span[..Math.Min(body.Length, MostBytes)]);
        var request =
            $"{seen.Exchange.Request.Url.OriginalString}\n{Encoding.UTF8.GetString(seen.Exchange.Request.Body.Span)}";
        try
        {
            return Internals()
                .Matches(text)
                .Select(m => m.Value)
                .FirstOrDefault(m => !request.Contains(m, StringComparison.Ordinal));
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    [GeneratedRegex(
        """
              \bat\ [\w.`<>\[\]]+\(.{0,200}?:line\ \d+
            | \bat\ [\w.$]+\([\w$]+\.(java|kt|scala):\d+\)
            | Traceback\ \(most\ recent
            | \bFile\ \\?"[^"]{1,200}",\ line\ \d+
            | Exception\ in\ thread
            | goroutine\ \d+\ \[
            | \bORA-\d{5}\b
            | \bSQLSTATE\b
            | \bSystem\.[\w.]{1,80}Exception\b
            | \b(java|javax|org\.springframework)\.[\w.]{1,80}Exception\b
            | (?<![\w/])/(home|usr/src|var/www|opt/app)/\w
            | \b[A-Z]:\\\\?(Users|inetpub|src|app)\b
            | \b(10\.\d{1,3}|192\.168|172\.(1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}\b
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Internals();
}
