using Conformance.Scenarios.Requirements;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.Invariants;

/// <summary>
/// An answer says in Date when it was made, in the one form that senders may use (RFC 9110 sections 5.6.7 and 6.6.1).
/// Only a server without a clock may leave it out, so its absence breaks the sentence where the same answer tells the
/// time in its body. A test server inside the own process adds no such headers, and is not asked for them.
/// </summary>
internal sealed class DateIsWellFormed : Invariant
{
    /// <inheritdoc />
    public override IEnumerable<Judged> Judge(SeenExchange seen)
    {
        if (seen.Endpoint is not { } endpoint || seen.Status is < 200 or >= 500)
        {
            yield break;
        }

        var lines = seen.Response.HeaderValues("Date").ToArray();
        if (lines.Length == 0 && (seen.Context.IsInProcess || !TellsTheTime(seen)))
        {
            yield break;
        }

        var requirement = Standard(
            RequirementIds.Section("http", "date"),
            "The target MUST send Date with every answer below 500, as an HTTP-date.",
            seen.Specification.ErrorFormat?.Location ?? endpoint.Location,
            "HTTP-20",
            "RFC 9110 sections 5.6.7 and 6.6.1"
        );
        yield return new(
            requirement,
            lines is [var line] && ResetClock.Date(line.Trim()) is not null
                ? Judgement.Held
                : Judgement.Broken(
                    new Finding(
                        seen.Where("header Date"),
                        "one date in the form Sun, 06 Nov 1994 08:49:37 GMT",
                        Excerpt.OfHeader(lines),
                        "let the web server send Date, or write it as an HTTP-date"
                    )
                )
        );
    }

    private static bool TellsTheTime(SeenExchange seen) =>
        seen.IsError
        && seen.Specification.ErrorFormat?.Roles.Timestamp is { } field
        && FieldPath.FindText(seen.Json, field) is not null;
}
