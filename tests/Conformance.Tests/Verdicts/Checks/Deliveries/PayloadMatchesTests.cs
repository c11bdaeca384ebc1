using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks.Deliveries;

internal sealed class PayloadMatchesTests : DeliveryCheckTests
{
    protected override string Check => nameof(PayloadMatches);

    protected override CaseExpectation Expectation { get; } =
        new PayloadMatches(Sample.Must(), Step, Delivered.Created);

    protected override IEnumerable<Scene> Holding =>
        [
            new("in data", Seen(new Delivered())),
            new(
                "at the top",
                Seen(Delivered.Of("""{"event_type":"order.created","order_id":"ORD-1","status":"pending"}"""))
            ),
            new(
                "in data.order",
                Seen(Delivered.Of("""{"data":{"object_id":"ORD-1","order":{"order_id":"ORD-1","status":"x"}}}"""))
            ),
            new("in data.object", Seen(Delivered.Of("""{"data":{"object":{"order_id":"ORD-1","status":"x"}}}"""))),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("one is missing", Seen(Delivered.Of("""{"data":{"object_id":"ORD-1","order_id":"ORD-1"}}"""))),
            new("one has another type", Seen(Delivered.Of("""{"data":{"order_id":"ORD-1","status":7}}"""))),
        ];

    [TestCase("""{"data":{"object_id":"ORD-1","order_id":"ORD-1"}}""", "$.data.status")]
    [TestCase("""{"data":{"order_id":"ORD-1","status":7}}""", "$.data.status")]
    [TestCase("""{"data":{"order":{"order_id":"ORD-1"}}}""", "$.data.order.status")]
    [TestCase("""{"event_id":"evt-1","order_id":"ORD-1"}""", "$.status")]
    public void What_is_missing_is_missed_beside_what_is_there(string body, string path) =>
        Seen(Delivered.Of(body)).Judge().Failures.Single(f => f.Check == Check).Finding!.Where.Should().EndWith(path);

    [Test]
    public void An_envelope_alone_is_an_observation() =>
        OutcomesOf(
                Seen(Delivered.Of("""{"event_id":"evt-1","data":{"object_type":"order","object_id":"ORD-1"}}"""))
                    .Judge()
            )
            .Should()
            .Equal(CheckOutcome.Observed);
}
