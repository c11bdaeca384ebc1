using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using FluentAssertions;
using NUnit.Framework;

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
            new("a number as text", Shown("""{"order_id":7}""", """{"order_id":"7"}""")),
            new("a text as number", Shown("""{"order_id":"7"}""", """{"order_id":7}""")),
            new("another allowed state", Seen(Delivered.Of("""{"order_id":"ORD-1","status":"new"}"""))),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("another number as text", Shown("""{"order_id":7}""", """{"order_id":"8"}""")),
            new("another text as number", Shown("""{"order_id":"7"}""", """{"order_id":8}""")),
            new("a state that is not allowed and the API does not show", Shown("{}", """{"status":"shipped"}""")),
            new(
                "another value than the request had, which the answer does not show",
                Shown("{}", """{"customer_id":"CUST-2"}""")
                    .Expecting(
                        new PayloadAgrees(
                            Sample.Must(),
                            Step,
                            Delivered.Created,
                            [new SharedValue("customer_id", "create", "customer_id")]
                        )
                    )
            ),
            new("another object", Seen(Delivered.Of("""{"data":{"object_id":"ORD-2","order_id":"ORD-1"}}"""))),
            new("another resource", Seen(Delivered.Of("""{"data":{"object_id":"ORD-1","order_id":"ORD-2"}}"""))),
            new("a state that is not allowed", Seen(Delivered.Of("""{"order_id":"ORD-1","status":"shipped"}"""))),
        ];

    [Test]
    public void Where_nothing_is_shown_in_both_places_nothing_is_said()
    {
        OutcomesOf(Shown(Sample.Order, """{"event_id":"evt-1"}""").Judge()).Should().BeEmpty();
        OutcomesOf(Shown("{}", """{"order_id":"ORD-1"}""").Judge()).Should().BeEmpty();
    }

    /// <summary>What the API answered, and what was delivered then.</summary>
    private Recorded Shown(string answer, string delivered) =>
        Recorded
            .Step()
            .Answering(201, answer)
            .Awaiting(Step)
            .Expecting(Expectation)
            .Delivering(Delivered.Of(delivered));
}
