using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;

namespace Conformance.Tests.Verdicts.Checks.Deliveries;

internal sealed class DeliveryIsNotRetriedTests : DeliveryCheckTests
{
    protected override string Check => nameof(DeliveryIsNotRetried);

    protected override CaseExpectation Expectation { get; } = new DeliveryIsNotRetried(Sample.Must(), Step, 1, "202");

    protected override IEnumerable<Scene> Holding => [new("one attempt", Seen(new Delivered { Status = 202 }))];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("a second attempt", Seen(new Delivered { Status = 202 }, Delivered.After(1))),
            new("given up too early", Seen(new Delivered { Status = null, WasGivenUp = true })),
        ];
}
