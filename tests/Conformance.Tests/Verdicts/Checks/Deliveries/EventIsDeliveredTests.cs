using Conformance.Execution.Recording;
using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks.Deliveries;

internal sealed class EventIsDeliveredTests : DeliveryCheckTests
{
    protected override string Check => nameof(EventIsDelivered);

    protected override CaseExpectation Expectation { get; } = new EventIsDelivered(Sample.Must(), Step, "create");

    protected override IEnumerable<Scene> Holding =>
        [
            new("one came", Seen(new Delivered())),
            new("two attempts came", Seen(new Delivered { Status = 500 }, Delivered.After(1, 200))),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [new("none came", Seen()), new("one of another name came", Seen(new Delivered { EventType = "order.create" }))];

    [Test]
    public void A_step_that_was_not_reached_leaves_it_open() =>
        (Seen() with { Obstacle = new(ObstacleKind.WaitTooLong, "too long", Step) })
            .Judge()
            .Verdict.Should()
            .Be(Verdict.Inconclusive);
}
