using System.Text.RegularExpressions;
using Conformance.Scenarios.Requirements;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.Invariants;

/// <summary>
/// The message of an error is a description for people, as the error format calls it: not empty, not a stack trace, nor
/// what a database said. Only what is unmistakable counts; what merely looks internal is a warning of its own.
/// </summary>
internal sealed partial class MessageIsForPeople : Invariant
{
    /// <inheritdoc />
    public override IEnumerable<Judged> Judge(SeenExchange seen)
    {
        if (
            !seen.IsError
            || seen.Specification.ErrorFormat is not { Roles.Message: { } field } format
            || FieldPath.FindText(seen.Json, field) is not { } message
        )
        {
            yield break;
        }

        var requirement = Contract(
            RequirementIds.Section("error_format", field, "for-people"),
            $"The target MUST send a {field} with every error that describes it for people.",
            format.Location,
            "ERR-10"
        );
        yield return new(
            requirement,
            string.IsNullOrWhiteSpace(message) || IsMachine(message)
                ? Judgement.Broken(
                    new Finding(
                        seen.WhereInBody(field),
                        Cited.At("a description for people", format.Location),
                        $"\"{Excerpt.OfText(message)}\"",
                        "log it under the request's id, and send a message without it"
                    )
                )
                : Judgement.Held
        );
    }

    private static bool IsMachine(string message)
    {
        try
        {
            return Machine().IsMatch(message);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    [GeneratedRegex(
        """
              \bat\ [\w.`<>\[\]]+\(.{0,200}?:line\ \d+
            | \bat\ .{0,100}?\(.{1,200}?:\d+:\d+\)
            | \bat\ [\w.$]+\([\w$]+\.(java|kt|scala):\d+\)
            | Traceback\ \(most\ recent
            | \bFile\ "[^"]{1,200}",\ line\ \d+
            | Exception\ in\ thread
            | goroutine\ \d+\ \[
            | \bORA-\d{5}\b
            | \bSQLSTATE\b
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Machine();
}
