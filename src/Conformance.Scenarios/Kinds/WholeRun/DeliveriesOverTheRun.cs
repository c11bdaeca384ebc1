using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.WholeRun;

/// <summary>Every delivery of the run, whichever case caused it, has its form, its signature and its time (STANDARDS WHS-01 to WHS-05, WHS-09, WHS-12).</summary>
internal sealed class DeliveriesOverTheRun : IScenarioSource
{
    /// <inheritdoc />
    public IEnumerable<ContractCase> Compile(CompilerContext context)
    {
        if (context.Specification is not { Webhooks: { Events.IsEmpty: false } webhooks, Endpoints.IsEmpty: false })
        {
            yield break;
        }

        var sentences = new WebhookSentences(webhooks);
        yield return Case(
            "deliveries-are-posts",
            "every delivery is a POST with a JSON body",
            new DeliveriesArePosts(sentences.Posts)
        );
        if (sentences.Signature is { } signature)
        {
            yield return Case(
                "signatures-are-valid",
                "every delivery is signed over its bytes",
                new SignaturesAreValid(signature)
            );
        }

        if (sentences.Stamp is { } stamp)
        {
            yield return Case(
                "deliveries-are-stamped",
                "every delivery carries the time of its attempt",
                new DeliveriesAreStamped(stamp)
            );
        }

        if (sentences.Envelope is { } envelope)
        {
            yield return Case(
                "envelopes-match",
                "every delivery has the declared envelope",
                new EnvelopesMatch(envelope)
            );
        }

        if (sentences.EventId is { } id)
        {
            yield return Case("event-ids-are-unique", "no two events have the same id", new EventIdsAreUnique(id));
        }

        if (sentences.Declared is { } declared)
        {
            yield return Case(
                "event-types-are-declared",
                "every delivery is of a declared event",
                new EventTypesAreDeclared(declared)
            );
        }

        if (sentences.Success is { } success)
        {
            yield return Case(
                "success-ends-delivery",
                "what was answered 2xx is not delivered again",
                new SuccessEndsDelivery(success)
            );
        }
    }

    private static ContractCase Case(string situation, string title, DeliveryExpectation expectation) =>
        RunCase.Of(ScenarioKind.Webhooks, situation, title, expectation);
}
