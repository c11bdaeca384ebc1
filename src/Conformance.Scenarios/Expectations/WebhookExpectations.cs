using System.Collections.Immutable;
using Conformance.Scenarios.Deliveries;
using Conformance.Scenarios.Requirements;

namespace Conformance.Scenarios.Expectations;

/// <summary>An event was delivered after its trigger: at least one delivery was written down by a step.</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Step">Name of the step that waited for deliveries.</param>
/// <param name="Trigger">Name of the step that causes the event.</param>
public sealed record EventIsDelivered(Requirement Requirement, string Step, string Trigger)
    : CaseExpectation(Requirement);

/// <summary>A delivery came after the answer to the call that causes it, the two racing each other aside.</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Step">Name of the step that waited for deliveries.</param>
/// <param name="Call">Name of the step that makes the call.</param>
public sealed record DeliveryFollowsAnswer(Requirement Requirement, string Step, string Call)
    : CaseExpectation(Requirement);

/// <summary>An event was delivered as one event, however many attempts it took.</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Step">Name of the step that waited for deliveries.</param>
public sealed record EventIsDeliveredOnce(Requirement Requirement, string Step) : CaseExpectation(Requirement);

/// <summary>
/// Nothing was delivered for requests that the target refused: not as many deliveries about nothing known as there
/// were refusals.
/// </summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Step">Name of the step that wrote unexplained deliveries down.</param>
/// <param name="Refused">Names of the steps that were refused.</param>
public sealed record RefusalDeliversNothing(Requirement Requirement, string Step, ImmutableArray<string> Refused)
    : CaseExpectation(Requirement);

/// <summary>
/// The event's own fields, wherever the delivery has them, are what the specification declares. Where it has none of
/// them, nothing is said: the written form has two shapes.
/// </summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Step">Name of the step that waited for deliveries.</param>
/// <param name="Event">Name of the event.</param>
public sealed record PayloadMatches(Requirement Requirement, string Step, string Event) : CaseExpectation(Requirement);

/// <summary>Values of a delivery are those that the API showed.</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Step">Name of the step that waited for deliveries.</param>
/// <param name="Event">Name of the event.</param>
/// <param name="Values">The values; those that the delivery or the API lacks are not compared.</param>
public sealed record PayloadAgrees(
    Requirement Requirement,
    string Step,
    string Event,
    ImmutableArray<SharedValue> Values
) : CaseExpectation(Requirement);

/// <summary>A field of a delivery and the field of an answer that has the same value.</summary>
/// <param name="Field">Field of the event's payload, or path in the body.</param>
/// <param name="Step">Name of the step that was answered with it.</param>
/// <param name="AnsweredField">Field of that answer; of the request's body when the answer lacks it.</param>
public sealed record SharedValue(string Field, string Step, string AnsweredField)
{
    /// <summary>Values that are right whatever was answered; empty when only the answered one is.</summary>
    public ImmutableArray<System.Text.Json.JsonElement> Allowed { get; init; } = [];
}

/// <summary>A delivery that failed was repeated.</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Step">Name of the step that waited for deliveries.</param>
/// <param name="Failure">How the first attempt failed, in words.</param>
public sealed record DeliveryIsRetried(Requirement Requirement, string Step, string Failure)
    : CaseExpectation(Requirement);

/// <summary>A delivery that succeeded was not repeated.</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Step">Name of the step that waited for deliveries.</param>
/// <param name="Attempts">The attempt that succeeded.</param>
/// <param name="Success">How it succeeded, in words.</param>
public sealed record DeliveryIsNotRetried(Requirement Requirement, string Step, int Attempts, string Success)
    : CaseExpectation(Requirement);

/// <summary>The declared number of attempts came, no more, at the declared times by one right reading of the schedule.</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Step">Name of the step that waited for deliveries.</param>
/// <param name="Times">When they are due.</param>
public sealed record AttemptsFollowSchedule(Requirement Requirement, string Step, RetryTimes Times)
    : CaseExpectation(Requirement);

/// <summary>Every attempt for one event carries the same event id.</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Step">Name of the step that waited for deliveries.</param>
public sealed record AttemptsShareEventId(Requirement Requirement, string Step) : CaseExpectation(Requirement);

/// <summary>Every attempt for one event has the same values in the declared fields; what is not declared may differ.</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Step">Name of the step that waited for deliveries.</param>
public sealed record AttemptsTellTheSame(Requirement Requirement, string Step) : CaseExpectation(Requirement);

/// <summary>Every attempt for one event carries the same bytes.</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Step">Name of the step that waited for deliveries.</param>
public sealed record AttemptsCarrySameBytes(Requirement Requirement, string Step) : CaseExpectation(Requirement);

/// <summary>The timestamp of an attempt is that of the attempt: attempts that are far apart have timestamps as far apart.</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Step">Name of the step that waited for deliveries.</param>
public sealed record AttemptsAreStamped(Requirement Requirement, string Step) : CaseExpectation(Requirement);

/// <summary>A redirection is a failure: nothing is sent to where it leads.</summary>
/// <param name="Requirement">The sentence behind it.</param>
/// <param name="Step">Name of the step that waited for deliveries.</param>
public sealed record RedirectIsNotFollowed(Requirement Requirement, string Step) : CaseExpectation(Requirement);

/// <summary>Something that must be seen over all deliveries of a run.</summary>
/// <param name="Requirement">The sentence behind it.</param>
public abstract record DeliveryExpectation(Requirement Requirement) : RunExpectation(Requirement);

/// <summary>Deliveries are POST requests with a JSON body (STANDARDS WHS-01).</summary>
/// <param name="Requirement">The sentence behind it.</param>
public sealed record DeliveriesArePosts(Requirement Requirement) : DeliveryExpectation(Requirement);

/// <summary>Deliveries are signed over the bytes they carry (STANDARDS WHS-02).</summary>
/// <param name="Requirement">The sentence behind it.</param>
public sealed record SignaturesAreValid(Requirement Requirement) : DeliveryExpectation(Requirement);

/// <summary>Deliveries carry the time of their attempt, in the declared form (STANDARDS WHS-03).</summary>
/// <param name="Requirement">The sentence behind it.</param>
public sealed record DeliveriesAreStamped(Requirement Requirement) : DeliveryExpectation(Requirement);

/// <summary>Deliveries have the declared envelope (STANDARDS WHS-04).</summary>
/// <param name="Requirement">The sentence behind it.</param>
public sealed record EnvelopesMatch(Requirement Requirement) : DeliveryExpectation(Requirement);

/// <summary>Different events have different ids (STANDARDS WHS-05).</summary>
/// <param name="Requirement">The sentence behind it.</param>
public sealed record EventIdsAreUnique(Requirement Requirement) : DeliveryExpectation(Requirement);

/// <summary>Deliveries are of declared events (STANDARDS WHS-12).</summary>
/// <param name="Requirement">The sentence behind it.</param>
public sealed record EventTypesAreDeclared(Requirement Requirement) : DeliveryExpectation(Requirement);

/// <summary>What was answered 2xx in time is not delivered again (STANDARDS WHS-09).</summary>
/// <param name="Requirement">The sentence behind it.</param>
public sealed record SuccessEndsDelivery(Requirement Requirement) : DeliveryExpectation(Requirement);
