using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks.Deliveries;

internal sealed class AttemptsShareEventIdTests : DeliveryCheckTests
{
    protected override string Check => nameof(AttemptsShareEventId);

    protected override CaseExpectation Expectation { get; } = new AttemptsShareEventId(Sample.Must(), Step);

    protected override IEnumerable<Scene> Holding =>
        [new("the same", Seen(new Delivered { Status = 500 }, Delivered.After(1)))];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("another one", Seen(new Delivered { Status = 500 }, Delivered.After(1) with { EventId = "evt-2" })),
            new("none on the second", Seen(new Delivered { Status = 500 }, Delivered.After(1) with { EventId = null })),
        ];

    [Test]
    public void One_attempt_shows_nothing() =>
        OutcomesOf(Seen(new Delivered()).Judge()).Should().Equal(CheckOutcome.NotJudged);

    [Test]
    public void The_attempt_that_differs_is_the_one_that_is_shown() =>
        Seen(new Delivered { Status = 500 }, Delivered.After(1), Delivered.After(5) with { EventId = "evt-2" })
            .Judge()
            .Failures.First(f => f.Check == Check)
            .Exchange.Should()
            .Be(3);
}
