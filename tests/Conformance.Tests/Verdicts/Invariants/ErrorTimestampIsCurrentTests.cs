using Conformance.Tests.Verdicts.Given;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Invariants;

internal sealed class ErrorTimestampIsCurrentTests : CheckTests
{
    protected override string Check => "ErrorTimestampIsCurrent";

    protected override IEnumerable<Scene> Holding =>
        [new("now", Stamped("2026-01-15T10:30:01Z")), new("now, elsewhere", Stamped("2026-01-15T12:31:00+02:00"))];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("the example of the specification", Stamped("2024-01-15T10:30:00Z")),
            new("local time that claims to be UTC", Stamped("2026-01-15T12:30:00Z")),
        ];

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Recorded.Step().Answering("create", 400, body, headers);

    [Test]
    public void A_clock_that_was_moved_on_purpose_is_not_compared_with_ours()
    {
        var recorded = Stamped("2024-01-15T10:30:00Z");
        var moved = Sample.Sandbox with { TestClockUrl = Sample.At("/clock") };

        OutcomesOf((recorded with { Context = recorded.Context with { Environment = moved } }).Judge())
            .Should()
            .BeEmpty();
    }

    private static Recorded Stamped(string time) =>
        Recorded
            .Step()
            .Answering(
                400,
                $$"""{"error_code":"VALIDATION_ERROR","message":"m","request_id":"r","timestamp":"{{time}}"}"""
            );
}
