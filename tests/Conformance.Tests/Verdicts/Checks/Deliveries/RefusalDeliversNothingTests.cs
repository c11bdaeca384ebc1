using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks.Deliveries;

internal sealed class RefusalDeliversNothingTests : DeliveryCheckTests
{
    protected override string Check => nameof(RefusalDeliversNothing);

    protected override CaseExpectation Expectation { get; } =
        new RefusalDeliversNothing(Sample.Must(), Step, ["invalid 1", "invalid 2"]);

    protected override IEnumerable<Scene> Holding => [new("only the event of the valid call", Seen(new Delivered()))];

    protected override IEnumerable<Scene> Breaking =>
        [
            new(
                "as many about nothing known as there were refusals",
                Seen(
                    new Delivered(),
                    new Delivered { EventId = "evt-2", IsExplained = false },
                    new Delivered { EventId = "evt-3", IsExplained = false }
                )
            ),
        ];

    [Test]
    public void One_of_somebody_else_is_an_observation() =>
        OutcomesOf(Seen(new Delivered(), new Delivered { EventId = "evt-2", IsExplained = false }).Judge())
            .Should()
            .Equal(CheckOutcome.Observed);
}
