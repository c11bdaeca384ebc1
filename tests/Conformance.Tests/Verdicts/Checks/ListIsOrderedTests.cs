using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class ListIsOrderedTests : CheckTests
{
    private static readonly ListPlace Place = new("orders", "order_id");

    private static readonly ListIsOrdered NewestFirst = new(Sample.Must(), Place, "created_at", IsDescending: true);

    private static readonly ListIsOrdered SmallestFirst = new(Sample.Must(), Place, "total", IsDescending: false);

    protected override string Check => nameof(ListIsOrdered);

    protected override IEnumerable<Scene> Holding =>
        [
            new("newest first", Times("2026-01-02T10:00:02Z", "2026-01-02T10:00:01Z")),
            new("equal ones anyhow", Times("2026-01-02T10:00:02Z", "2026-01-02T10:00:02Z", "2026-01-02T10:00:01Z")),
            new("moments, not texts", Times("2026-01-02T11:00:02+02:00", "2026-01-02T09:00:01Z")),
            new(
                "precisions that hide it",
                Times("2026-01-02T10:00:02Z", "2026-01-02T10:00:02.7Z", "2026-01-01T00:00:00Z")
            ),
            new("numbers by size", Totals("9", "10", "100.5")),
            new("equal numbers", Totals("9", "9.0", "10")),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("oldest first", Times("2026-01-02T10:00:01Z", "2026-01-02T10:00:02Z")),
            new("one out of place", Times("2026-01-02T10:00:03Z", "2026-01-02T10:00:01Z", "2026-01-02T10:00:02Z")),
            new("numbers as texts", Totals("10", "100", "9")),
        ];

    protected override bool MayHoldForHostileAnswers => true;

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Recorded.Step(NewestFirst).Answering("create", 200, body, headers);

    [TestCase("""{"orders":[]}""")]
    [TestCase("""{"orders":[{"created_at":"2026-01-02T10:00:01Z"},{"created_at":"2026-01-02T10:00:01Z"}]}""")]
    [TestCase("""{"orders":[{"created_at":"today"},{"created_at":"yesterday"},{}]}""")]
    [TestCase("{}")]
    public void Without_two_values_that_differ_no_order_is_seen(string body) =>
        OutcomesOf(Recorded.Step(NewestFirst).Answering(200, body).Judge()).Should().Equal(CheckOutcome.NotJudged);

    private static Recorded Times(params string[] times) =>
        Listed(NewestFirst, "created_at", times.Select(t => $"\"{t}\""));

    private static Recorded Totals(params string[] totals) => Listed(SmallestFirst, "total", totals);

    private static Recorded Listed(ListIsOrdered expectation, string field, IEnumerable<string> values) =>
        Recorded
            .Step(expectation)
            .Answering(
                200,
                $$"""{"orders":[{{string.Join(',', values.Select((v, i) => $$"""{"order_id":"{{i}}","{{field}}":{{v}}}"""))}}]}"""
            );
}
