using Conformance.Execution.Recording;
using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks.Deliveries;

internal sealed class DeliveryIsRetriedTests : DeliveryCheckTests
{
    protected override string Check => nameof(DeliveryIsRetried);

    protected override CaseExpectation Expectation { get; } = new DeliveryIsRetried(Sample.Must(), Step, "404");

    protected override IEnumerable<Scene> Holding =>
        [new("a second attempt", Seen(new Delivered { Status = 404 }, Delivered.After(1, 200)))];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("no second attempt", Seen(new Delivered { Status = 404 })),
            new(
                "followed is not repeated",
                Seen(new Delivered { Status = 302 }, new Delivered { IsRedirected = true })
            ),
        ];

    [Test]
    public void A_wait_that_was_too_long_leaves_it_open() =>
        (Seen(new Delivered { Status = 404 }) with { Obstacle = new(ObstacleKind.WaitTooLong, "too long", Step) })
            .Judge()
            .Verdict.Should()
            .Be(Verdict.Inconclusive);
}
