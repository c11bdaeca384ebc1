using Conformance.Scenarios.Expectations;
using Conformance.Specification.Model;
using Conformance.Tests.Verdicts.Given;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class RateLimitHeadersAreTests : CheckTests
{
    private static readonly RateLimitHeadersAre Expectation = new(
        Sample.Must(),
        new RateLimit(100, TimeSpan.FromMinutes(1), Sample.Line(70))
    );

    protected override string Check => nameof(RateLimitHeadersAre);

    protected override IEnumerable<Scene> Holding =>
        [
            new("the published limit", Answer("100", "99", "1768473060")),
            new("nothing left", Answer("100", "0", "1768473060")),
            new("the limit of the other window", Answer("10000", "9999", "1768473060")),
            new("the window from before the clock was moved on", Moved(sent: TimeSpan.Zero)),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("another limit", Answer("60", "10", "1768473060")),
            new("more left than allowed", Answer("100", "101", "1768473060")),
            new("negative", Answer("100", "-1", "1768473060")),
            new("a list", Answer("100, 100", "5", "1768473060")),
            new("milliseconds", Answer("100", "5", "1768473060000")),
            new("the past", Answer("100", "5", "1704067200")),
            new("the past, by a clock that was moved before", Moved(sent: TimeSpan.FromMinutes(10))),
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
