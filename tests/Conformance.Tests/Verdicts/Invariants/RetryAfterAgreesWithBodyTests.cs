using Conformance.Tests.Verdicts.Given;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Invariants;

internal sealed class RetryAfterAgreesWithBodyTests : CheckTests
{
    protected override string Check => "RetryAfterAgreesWithBody";

    protected override IEnumerable<Scene> Holding =>
        [new("the same", Told("60", "60")), new("the same number, written otherwise", Told("60", "6e1"))];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("another number", Told("60", "59")),
            new("a text", Told("60", "\"60\"")),
            new("null", Told("60", "null")),
            new("a number beyond counting", Told("60", "1e999")),
        ];

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Recorded.Step().Answering("create", 429, body, headers);

    [Test]
    public void Where_one_of_both_is_missing_nothing_can_disagree()
    {
        OutcomesOf(Recorded.Step().Answering(429, "{}").Judge()).Should().BeEmpty();
        OutcomesOf(Told("Thu, 15 Jan 2026 10:31:00 GMT", "60").Judge()).Should().BeEmpty();
    }

    private static Recorded Told(string header, string field) =>
        Recorded.Step().Answering(429, $$"""{"retry_after":{{field}}}""", ("Retry-After", header));
}
