using System.Globalization;
using Conformance.Scenarios.Expectations;
using Conformance.Specification.Model;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class LimitIsEnforcedTests : CheckTests
{
    private const int NotBefore = 5;
    private const int NotAfter = 8;

    protected override string Check => nameof(LimitIsEnforced);

    protected override IEnumerable<Scene> Holding =>
        [
            new("at the limit", Driven(5, left: 4, isRefused: true)),
            new("within the burst", Driven(7, left: 4, isRefused: true)),
            new("at the last moment", Driven(8, left: 4, isRefused: true)),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("never", Driven(9, left: 4, isRefused: false)),
            new("too late", Driven(9, left: 4, isRefused: true)),
            new("too early, against its own header", Driven(3, left: 4, isRefused: true)),
            new("early, whatever its own header says", Driven(2, left: 1, isRefused: true)),
            new("never, without headers", Driven(9, left: null, isRefused: false)),
        ];

    protected override bool MayHoldForHostileAnswers => true;

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Case().Answering("drive", 201, body, headers).Answering("drive", 429, body, headers);

    [Test]
    public void Too_early_is_said_without_headers_for_nobody_used_the_window_before() =>
        OutcomesOf(Driven(3, left: null, isRefused: true).Judge()).Should().Equal(CheckOutcome.Broken);

    [Test]
    public void Server_errors_in_the_place_of_the_refusal_are_no_refusal()
    {
        var recorded = Enumerable.Range(0, 3).Aggregate(Driven(5, 4, false), (r, _) => r.Bare("drive", 503, []));

        OutcomesOf(recorded.Judge()).Should().Equal(CheckOutcome.Broken);
    }

    [Test]
    public void Requests_of_two_windows_are_not_added_up()
    {
        var recorded = Enumerable.Range(0, 8).Aggregate(Case(), (r, i) => Served(r, left: 9, window: i / 4));

        OutcomesOf(recorded.Judge()).Should().Equal(CheckOutcome.NotJudged);
    }

    [Test]
    public void A_refusal_in_a_second_window_is_counted_from_the_start_of_that_window()
    {
        var first = Enumerable.Range(0, 7).Aggregate(Case(), (r, i) => Served(r, left: Math.Max(0, 4 - i), window: 0));
        var second = Enumerable.Range(0, 5).Aggregate(first, (r, i) => Served(r, left: 4 - i, window: 1));

        OutcomesOf(Refused(second, window: 1).Judge()).Should().Equal(CheckOutcome.Held);
    }

    [Test]
    public void Requests_spread_over_more_than_a_window_show_nothing()
    {
        var recorded = Driven(9, left: null, isRefused: false)
            .ChangeLast(e => e with { SentAt = e.SentAt + TimeSpan.FromMinutes(2) });

        OutcomesOf(recorded.Judge()).Should().Equal(CheckOutcome.NotJudged);
    }

    [Test]
    public void Answers_that_were_recorded_after_the_refusal_count_as_well()
    {
        var recorded = Refused(Enumerable.Range(0, 4).Aggregate(Case(), (r, _) => Served(r, 4, 0)), 0);

        OutcomesOf(Served(recorded, 0, 0).Judge()).Should().Equal(CheckOutcome.Held);
    }

    [Test]
    public void Fewer_requests_than_the_bound_show_nothing() =>
        OutcomesOf(Driven(7, left: 4, isRefused: false).Judge()).Should().Equal(CheckOutcome.NotJudged);

    private static Recorded Case() =>
        (new Recorded { Kind = ScenarioKind.RateLimit })
            .UntilLimited("drive", NotAfter)
            .Expecting(new LimitIsEnforced(Sample.Must(), "drive", NotBefore, NotAfter));

    private static Recorded Driven(int served, int? left, bool isRefused)
    {
        var recorded = Enumerable
            .Range(0, served)
            .Aggregate(Case(), (r, i) => Served(r, left is { } l ? Math.Max(0, l - i) : null, 0));
        return isRefused ? Refused(recorded, 0, left is not null) : recorded;
    }

    private static Recorded Served(Recorded recorded, int? left, int window) =>
        left is { } remaining
            ? recorded.Answering(
                "drive",
                201,
                Sample.Order,
                ("X-RateLimit-Remaining", remaining.ToString(CultureInfo.InvariantCulture)),
                ("X-RateLimit-Reset", Reset(window))
            )
            : recorded.Bare("drive", 201, [], ("Content-Type", "application/json"));

    private static Recorded Refused(Recorded recorded, int window, bool hasHeaders = true) =>
        hasHeaders
            ? recorded.Answering(
                "drive",
                429,
                Sample.Error("RATE_LIMIT_EXCEEDED"),
                ("X-RateLimit-Reset", Reset(window))
            )
            : recorded.Bare("drive", 429, []);

    private static string Reset(int window) => (1768473060 + (60 * window)).ToString(CultureInfo.InvariantCulture);
}
