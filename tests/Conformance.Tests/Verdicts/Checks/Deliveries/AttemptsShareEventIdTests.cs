using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;

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
}
