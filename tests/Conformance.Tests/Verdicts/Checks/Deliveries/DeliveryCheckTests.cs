using System.Text;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;

namespace Conformance.Tests.Verdicts.Checks.Deliveries;

/// <summary>Tests of checks that look at the deliveries of one step, which followed the creation of an order.</summary>
internal abstract class DeliveryCheckTests : CheckTests
{
    protected const string Step = "deliveries";

    protected abstract CaseExpectation Expectation { get; }

    protected virtual DeliveryScript? Script => null;

    // What is hostile here is what is delivered; that it was delivered, and how often, is no less true.
    protected override bool MayHoldForHostileAnswers => true;

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers)
    {
        var delivery = new Delivered
        {
            Body = body,
            EventId = Encoding.UTF8.GetString(body[..Math.Min(body.Length, 200)]),
            Headers = [.. headers, ("X-Timestamp", "\u001b[31m::error::x")],
        };
        return Seen(
            delivery,
            delivery with
            {
                EventId = "\u001b[2J",
                IsExplained = false,
                Body = [.. body, 0x20],
            },
            delivery with
            {
                IsRedirected = true,
                Method = "\u001b[2J",
            }
        );
    }

    protected Recorded Seen(params Delivered[] deliveries) =>
        deliveries.Aggregate(
            Recorded.Step().Answering(201, Sample.Order).Awaiting(Step, Script).Expecting(Expectation),
            (recorded, delivery) => recorded.Delivering(delivery)
        );
}
