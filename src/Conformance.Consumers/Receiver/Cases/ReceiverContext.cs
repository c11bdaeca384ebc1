using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Conformance.Consumers.Receiver.Deliveries;
using Conformance.Consumers.Receiver.Signing;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Receiver.Cases;

/// <summary>What is certified: from the specification, and what is known of the receiver.</summary>
internal sealed class ReceiverContext
{
    /// <summary>The section.</summary>
    public required Webhooks Webhooks { get; init; }

    /// <summary>The scheme; null where deliveries are not signed.</summary>
    public required DeliveryScheme? Scheme { get; init; }

    /// <summary>The events that the endpoint is subscribed to; never empty.</summary>
    public required ImmutableArray<string> Events { get; init; }

    /// <summary>How far a moment must be from a bound to be on one side of it, whatever the two clocks say.</summary>
    public required TimeSpan Margin { get; init; }

    /// <summary>Makes events, to see what can be varied in them.</summary>
    public required WebhookEventMaker Maker { get; init; }

    /// <summary>What a receiver must do.</summary>
    public required ReceiverSentences Sentences { get; init; }

    /// <summary>The event that most cases deliver.</summary>
    public string Event => Events[0];

    /// <summary>The body of that event.</summary>
    public JsonObject SampleBody => Maker.Make(Event, null, DateTimeOffset.UnixEpoch).Body;

    /// <summary>A delivery of that event.</summary>
    /// <param name="name">Names the event in its case.</param>
    public Delivery Deliver(string name = "a") => new(Event, name);

    /// <summary>A case.</summary>
    /// <param name="id">Its id, without the part that all have in common.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="requirement">The requirement it is about.</param>
    /// <param name="steps">What is done.</param>
    public static ReceiverCase Case(
        string id,
        string title,
        Requirement requirement,
        params ImmutableArray<ReceiverStep> steps
    ) =>
        new(
            new ContractCase
            {
                Id = $"webhook-receiver/{id}",
                Title = title,
                Kind = ScenarioKind.Webhooks,
                Requirement = requirement,
                Steps = [],
                Tags = ["receiver", id.Split('/')[0]],
            },
            steps
        );

    /// <summary>A case about a delivery that must be refused: it has no effect, and the receiver accepts the event afterwards.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="delivery">The delivery.</param>
    /// <param name="requirement">What demands the refusal.</param>
    public ReceiverCase Refusal(string id, string title, Delivery delivery, Requirement requirement) =>
        Case(
            id,
            title,
            requirement,
            new ReceiverStep.Deliver("wrong", delivery, new AnswerRule(AnswerKind.Refused, requirement)),
            new ReceiverStep.LookForEffects("no effect", [delivery.Event], 0, Sentences.NoEffect),
            // Who refuses everything refuses this too, and shows nothing by it.
            Control(
                "valid",
                delivery with
                {
                    Body = BodyForms.Plain,
                    SentBody = null,
                    Timestamp = TimestampForm.Now,
                    SentTimestamp = null,
                    Signature = SignatureForm.Genuine,
                    SendsOtherId = false,
                }
            )
        );

    /// <summary>A case about a valid delivery in an unusual form, which must be accepted and processed.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="delivery">The delivery.</param>
    /// <param name="requirement">What demands that it is accepted.</param>
    public ReceiverCase Acceptance(string id, string title, Delivery delivery, Requirement requirement) =>
        Case(
            id,
            title,
            requirement,
            new ReceiverStep.Deliver("deliver", delivery, new AnswerRule(AnswerKind.Accepted, requirement)),
            new ReceiverStep.LookForEffects("effect", [delivery.Event], 1, Sentences.Processes)
        );

    /// <summary>A valid delivery that the rest of a case rests on.</summary>
    /// <param name="name">Name of the step.</param>
    /// <param name="delivery">The delivery.</param>
    public ReceiverStep.Deliver Control(string name, Delivery delivery) =>
        new(name, delivery, new AnswerRule(AnswerKind.Accepted, Sentences.Accepts)) { IsControl = true };
}
