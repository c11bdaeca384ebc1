using Conformance.Execution.Recording;
using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks.Deliveries;

internal sealed class DeliveryFollowsAnswerTests : DeliveryCheckTests
{
    protected override string Check => nameof(DeliveryFollowsAnswer);

    protected override CaseExpectation Expectation { get; } = new DeliveryFollowsAnswer(Sample.Must(), Step, "create");

    protected override IEnumerable<Scene> Holding =>
        [
            new("it came after the answer", Answered(0.1, new Delivered { At = TimeSpan.FromSeconds(0.2) })),
            new("the two raced each other", Answered(1, new Delivered { At = TimeSpan.FromSeconds(0.1) })),
            new(
                "the second attempt is not asked about",
                Answered(0.1, new Delivered { At = TimeSpan.FromSeconds(0.2), Status = 500 }, Delivered.After(1))
            ),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [new("it came long before the answer", Answered(1.5, new Delivered { At = TimeSpan.FromSeconds(0.1) }))];

    [Test]
    public void Without_a_delivery_there_is_no_order() =>
        Answered(0.1).Judge().Verdict.Should().Be(Verdict.Inconclusive);

    [Test]
    public void A_call_that_was_not_answered_leaves_it_open() =>
        (
            Recorded.Step().NotAnswering("create", TransportFailureKind.Timeout).Awaiting(Step) with
            {
                Expectations = [Expectation],
            }
        )
            .Delivering(new Delivered())
            .Judge()
            .Verdict.Should()
            .Be(Verdict.Inconclusive);

    private Recorded Answered(double seconds, params Delivered[] deliveries) =>
        deliveries.Aggregate(
            Recorded
                .Step()
                .Answering(201, Sample.Order)
                .ChangeLast(e => e with { SentAt = Delivered.Start, Duration = TimeSpan.FromSeconds(seconds) })
                .Awaiting(Step)
                .Expecting(Expectation),
            (recorded, delivery) => recorded.Delivering(delivery)
        );
}
