using Conformance.Tests.Verdicts.Given;

namespace Conformance.Tests.Verdicts.Invariants;

internal sealed class RetryAfterIsWellFormedTests : CheckTests
{
    protected override string Check => "RetryAfterIsWellFormed";

    protected override IEnumerable<Scene> Holding =>
        [
            new("seconds", Told("60")),
            new("more seconds than an integer holds", Told("99999999999")),
            new("a date", Told("Thu, 15 Jan 2026 10:31:00 GMT")),
            new("an obsolete date", Told("Thursday, 15-Jan-26 10:31:00 GMT")),
            new("a date of C", Told("Sun Nov  6 08:49:37 1994")),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("a fraction", Told("1.5")),
            new("negative", Told("-1")),
            new("a unit", Told("60s")),
            new("empty", Told("")),
            new("an ISO date", Told("2026-01-15T10:31:00Z")),
            new("the wrong day of the week", Told("Fri, 15 Jan 2026 10:31:00 GMT")),
            new("two of them", Recorded.Step().Answering(429, "", ("Retry-After", "1"), ("Retry-After", "2"))),
        ];

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Recorded.Step().Bare("create", 429, body, headers);

    private static Recorded Told(string value) => Recorded.Step().Answering(429, "", ("Retry-After", value));
}
