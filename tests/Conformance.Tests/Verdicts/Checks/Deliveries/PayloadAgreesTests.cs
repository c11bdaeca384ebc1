using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;

namespace Conformance.Tests.Verdicts.Checks.Deliveries;

internal sealed class PayloadAgreesTests : DeliveryCheckTests
{
    protected override string Check => nameof(PayloadAgrees);

    protected override CaseExpectation Expectation { get; } =
        new PayloadAgrees(
            Sample.Must(),
            Step,
            Delivered.Created,
            [
                new SharedValue("data.object_id", "create", "order_id"),
                new SharedValue("order_id", "create", "order_id"),
                new SharedValue("status", "create", "status")
                {
                    Allowed = [Sample.Json("\"pending\""), Sample.Json("\"new\"")],
                },
            ]
        );

    protected override IEnumerable<Scene> Holding =>
        [
            new("all agree", Seen(new Delivered())),
            new("what is absent is not compared", Seen(Delivered.Of("""{"data":{"order_id":"ORD-1"}}"""))),
            new("another allowed state", Seen(Delivered.Of("""{"order_id":"ORD-1","status":"new"}"""))),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("another object", Seen(Delivered.Of("""{"data":{"object_id":"ORD-2","order_id":"ORD-1"}}"""))),
            new("another resource", Seen(Delivered.Of("""{"data":{"object_id":"ORD-1","order_id":"ORD-2"}}"""))),
            new("a state that is not allowed", Seen(Delivered.Of("""{"order_id":"ORD-1","status":"shipped"}"""))),
        ];
}
