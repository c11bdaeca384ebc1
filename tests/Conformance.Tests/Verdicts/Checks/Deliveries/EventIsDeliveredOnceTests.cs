using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;

namespace Conformance.Tests.Verdicts.Checks.Deliveries;

internal sealed class EventIsDeliveredOnceTests : DeliveryCheckTests
{
    protected override string Check => nameof(EventIsDeliveredOnce);

    protected override CaseExpectation Expectation { get; } = new EventIsDeliveredOnce(Sample.Must(), Step);

    protected override IEnumerable<Scene> Holding =>
        [
            new("one came", Seen(new Delivered())),
            new("two attempts of one event", Seen(new Delivered { Status = 500 }, Delivered.After(1, 200))),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("two events", Seen(new Delivered(), new Delivered { EventId = "evt-2" })),
            new("two without an id", Seen(new Delivered { EventId = null }, new Delivered { EventId = null })),
        ];
}
