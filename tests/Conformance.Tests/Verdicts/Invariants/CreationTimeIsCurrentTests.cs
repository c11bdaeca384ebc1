using Conformance.Tests.Verdicts.Given;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Invariants;

internal sealed class CreationTimeIsCurrentTests : CheckTests
{
    protected override string Check => "CreationTimeIsCurrent";

    protected override IEnumerable<Scene> Holding =>
        [
            new("now", Created("2026-01-15T10:30:01Z")),
            new("now, elsewhere", Created("2026-01-15T12:31:00+02:00")),
            new("by a clock that is some minutes off", Created("2026-01-15T10:36:00Z")),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("the example of the specification", Created("2024-01-15T10:30:00Z")),
            new("the future", Created("2026-01-16T10:30:00Z")),
            new("local time that claims to be UTC", Created("2026-01-15T12:30:00Z")),
        ];

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Recorded.Step().Answering("create", 201, body, headers);

    [Test]
    public void A_clock_that_was_moved_on_purpose_is_not_compared_with_ours()
    {
        var recorded = Created("2024-01-15T10:30:00Z");
        var moved = Sample.Sandbox with { TestClockUrl = Sample.At("/clock") };

        OutcomesOf((recorded with { Context = recorded.Context with { Environment = moved } }).Judge())
            .Should()
            .BeEmpty();
    }

    private static Recorded Created(string time) =>
        Recorded.Step().Answering(201, $$"""{"order_id":"ORD-1","status":"pending","created_at":"{{time}}"}""");
}
