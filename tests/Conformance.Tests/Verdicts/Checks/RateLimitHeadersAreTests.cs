using System.Globalization;
using Conformance.Scenarios.Expectations;
using Conformance.Specification.Model;
using Conformance.Tests.Verdicts.Given;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class RateLimitHeadersAreTests : CheckTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 15, 10, 30, 0, TimeSpan.Zero);

    private static readonly RateLimitHeadersAre Expectation = new(
        Sample.Must(),
        new RateLimit(100, TimeSpan.FromMinutes(1), Sample.Line(70))
    );

    private static BurstAllowance Burst => new(1.5m, TimeSpan.FromSeconds(10), Sample.Line(68));

    protected override string Check => nameof(RateLimitHeadersAre);

    protected override IEnumerable<Scene> Holding =>
        [
            new("the published limit", Answer("100", "99", "1768473060")),
            new("nothing used up yet", Answer("100", "100", "1768473060")),
            new(
                "as many as the burst allows",
                Answer("100", "150", "1768473060").Under(Sample.Limits with { Burst = Burst })
            ),
            new("nothing left", Answer("100", "0", "1768473060")),
            new("the limit of the other window", Answer("10000", "9999", "1768473060")),
            new("the window from before the clock was moved on", Moved(sent: TimeSpan.Zero)),
            new("a window to wait, rounded up", Answer("100", "5", "65")),
            new("a moment that cannot be compared, for want of a Date", Undated("1704067200").Moving()),
            new("a web server's Date beside a clock that was moved", Ahead(end: 660, date: 0)),
            new("a clock that was moved and runs faster", Ahead(end: 800, date: 600).In(e => e with { TimeScale = 2 })),
            new("a clock that may have been moved by somebody else", Ahead(end: 200, date: 0, moved: 0)),
            new("an end within a window of the error's own time", Erring(end: 63, stamp: 0)),
            new("an error's time from before it was sent", Erring(end: 800, stamp: -600)),
            new("an error's time from after its answer", Erring(end: 800, stamp: 600)),
            new("an error's time at another pace", Erring(end: 200, stamp: 0).In(e => e with { TimeScale = 2 })),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("another limit", Answer("60", "10", "1768473060")),
            new("more left than allowed", Answer("100", "101", "1768473060")),
            new(
                "more than the burst allows",
                Answer("100", "151", "1768473060").Under(Sample.Limits with { Burst = Burst })
            ),
            new("negative", Answer("100", "-1", "1768473060")),
            new("a list", Answer("100, 100", "5", "1768473060")),
            new("milliseconds", Answer("100", "5", "1768473060000")),
            new("the past", Answer("100", "5", "1704067200")),
            new("the past, by a clock that was moved before", Moved(sent: TimeSpan.FromMinutes(10))),
            new("more than a window to wait", Answer("100", "5", "66")),
            new("the past, by our clock, for want of a Date", Undated("1704067200")),
            new("further away than a window, by a clock that was moved", Ahead(end: 800, date: 600)),
            new("further away than a window from a Date a little behind", Ahead(end: 800, date: 597)),
            new("further away than a window from the error's own time", Erring(end: 200, stamp: 0)),
            new("further away than a window from an error's time a little behind", Erring(end: 200, stamp: -3)),
            new("further away than a window from an error's time a little ahead", Erring(end: 200, stamp: 3)),
            new("further away than a window from a time that was moved", Erring(end: 800, stamp: 600, moved: 600)),
            new("signed", Answer("+100", "5", "1768473060")),
            new("a fraction", Answer("100.0", "5", "1768473060")),
            new("a date", Answer("100", "5", "Thu, 15 Jan 2026 10:31:00 GMT")),
            new("absent", Recorded.Step(Expectation).Bare("create", 201, [])),
            new(
                "repeated",
                Recorded
                    .Step(Expectation)
                    .Answering(201, Sample.Order, ("X-RateLimit-Limit", "100"), ("X-RateLimit-Limit", "100"))
            ),
        ];

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Recorded.Step(Expectation).Bare("create", 201, body, headers);

    [Test]
    public void A_malformed_header_names_its_own_line_of_the_specification() =>
        Answer("many", "5", "1768473060")
            .Judge()
            .Failures.First(f => f.Check == Check)
            .Finding!.Expected.Should()
            .Be("one non-negative integer (specs/sample.yaml:63)");

    // The answer's Date is ten minutes on; its window ended one minute after the start.
    private static Recorded Moved(TimeSpan sent)
    {
        var answer = Recorded
            .Step(Expectation)
            .Answering(
                201,
                Sample.Order,
                ("Date", "Thu, 15 Jan 2026 10:40:00 GMT"),
                ("X-RateLimit-Limit", "100"),
                ("X-RateLimit-Remaining", "5"),
                ("X-RateLimit-Reset", "1768473060")
            );
        return (answer with { Context = answer.Context with { MovesClock = true } }).ChangeLast(e =>
            e with
            {
                SentAtTarget = e.SentAt + sent,
                AnsweredAtTarget = e.SentAt + TimeSpan.FromMinutes(10),
            }
        );
    }

    private static Recorded Undated(string reset) =>
        Recorded
            .Step(Expectation)
            .Bare(
                "create",
                201,
                [],
                ("X-RateLimit-Limit", "100"),
                ("X-RateLimit-Remaining", "5"),
                ("X-RateLimit-Reset", reset)
            );

    /// <summary>A clock that was moved on by so much; end and Date in seconds after the start.</summary>
    private static Recorded Ahead(int end, int date, int moved = 600) =>
        Recorded
            .Step(Expectation)
            .Answering(
                201,
                Sample.Order,
                ("Date", Start.AddSeconds(date).ToString("r", CultureInfo.InvariantCulture)),
                ("X-RateLimit-Reset", Seconds(end))
            )
            .Moving(moved);

    /// <summary>An error's own timestamp, where the Date says nothing.</summary>
    private static Recorded Erring(int end, int stamp, int moved = 0) =>
        Recorded
            .Step(Expectation)
            .Answering(
                400,
                Sample
                    .Error("VALIDATION_ERROR")
                    .Replace(
                        "2026-01-15T10:30:00Z",
                        Start.AddSeconds(stamp).ToString("s", CultureInfo.InvariantCulture) + "Z",
                        StringComparison.Ordinal
                    ),
                ("X-RateLimit-Reset", Seconds(end))
            )
            .Moving(moved);

    private static string Seconds(int afterStart) =>
        (Start.ToUnixTimeSeconds() + afterStart).ToString(CultureInfo.InvariantCulture);

    private static Recorded Answer(string limit, string remaining, string reset) =>
        Recorded
            .Step(Expectation)
            .Answering(
                201,
                Sample.Order,
                ("X-RateLimit-Limit", limit),
                ("X-RateLimit-Remaining", remaining),
                ("X-RateLimit-Reset", reset)
            );
}
