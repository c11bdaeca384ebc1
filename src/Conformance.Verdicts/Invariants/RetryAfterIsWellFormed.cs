using System.Globalization;
using System.Text.RegularExpressions;
using Conformance.Scenarios.Requirements;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.Invariants;

/// <summary>A <c>Retry-After</c> is a number of seconds or an HTTP date (RFC 9110 section 10.2.3), and there is one.</summary>
internal sealed partial class RetryAfterIsWellFormed : Invariant
{
    // RFC 9110 section 5.6.7: one preferred form, two obsolete ones that recipients must accept all the same.
    private static readonly string[] DateForms =
    [
        "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
        "dddd, dd-MMM-yy HH:mm:ss 'GMT'",
        "ddd MMM d HH:mm:ss yyyy",
        "ddd MMM  d HH:mm:ss yyyy",
    ];

    /// <inheritdoc />
    public override IEnumerable<Judged> Judge(SeenExchange seen)
    {
        var lines = seen.Response.HeaderValues("Retry-After").ToArray();
        if (lines.Length == 0 || seen.Endpoint is not { } endpoint)
        {
            yield break;
        }

        var location = (seen.Declared?.Location ?? endpoint.Location);
        var requirement = Standard(
            RequirementIds.Section("rate_limits", "headers", "retry-after"),
            "The target MUST send Retry-After as a number of seconds or as an HTTP date.",
            location,
            "RTL-04",
            "RFC 9110 section 10.2.3"
        );
        yield return new(
            requirement,
            lines is [var line] && IsWellFormed(line.Trim())
                ? Judgement.Held
                : Judgement.Broken(
                    new Finding(
                        seen.Where("header Retry-After"),
                        Cited.At("one line, 60 or Wed, 21 Oct 2026 07:28:00 GMT", location),
                        Excerpt.OfHeader(lines),
                        "send whole seconds without sign, fraction or unit"
                    )
                )
        );
    }

    private static bool IsWellFormed(string value) =>
        Seconds().IsMatch(value)
        || DateTimeOffset.TryParseExact(
            value,
            DateForms,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out _
        );

    [GeneratedRegex("^[0-9]+$", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Seconds();
}
