using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Receiver.Cases;

/// <summary>What a receiver of deliveries must do (STANDARDS E.3): ids, levels, and where the specification says so.</summary>
/// <param name="webhooks">The section.</param>
internal sealed class ReceiverSentences(Webhooks webhooks)
{
    private const string Section = "webhooks.receiver";
    private readonly WebhookSecurity? security = webhooks.Security;

    /// <summary>Valid deliveries are accepted.</summary>
    public Requirement Accepts =>
        Must("accepts", $"The receiver MUST answer a valid delivery with {Success}.", SuccessPlace, "WHR-01", "WHR-16");

    /// <summary>What is accepted is processed.</summary>
    public Requirement Processes =>
        Must("processes", "The receiver MUST process what it accepts.", SuccessPlace, "WHR-01");

    /// <summary>Wrong signatures are refused.</summary>
    public Requirement Signature =>
        Must(
            "signature",
            "The receiver MUST refuse with 4xx what has no valid signature.",
            security?.SignatureHeader?.Location ?? Place,
            "WHR-02",
            "WHR-03",
            "WHR-18"
        );

    /// <summary>What is refused has no effect.</summary>
    public Requirement NoEffect =>
        Must(
            "refused.effect",
            "The receiver MUST NOT process what it has to refuse.",
            security?.Location ?? Place,
            "WHR-02",
            "WHR-03",
            "WHR-04"
        );

    /// <summary>A refusal does not spoil the event.</summary>
    public Requirement RefusedThenValid =>
        Must(
            "refused.then_valid",
            "The receiver MUST accept a valid delivery of an event of which it has refused another one.",
            SuccessPlace,
            "WHR-01"
        );

    /// <summary>Old timestamps are refused.</summary>
    public Requirement Old =>
        Must("timestamp.old", $"The receiver MUST refuse timestamps older than {Seconds} s.", TolerancePlace, "WHR-04");

    /// <summary>Timestamps within the tolerance are accepted.</summary>
    public Requirement Within =>
        Must(
            "timestamp.within",
            $"The receiver MUST accept timestamps that are not older than {Seconds} s.",
            TolerancePlace,
            "WHR-04"
        );

    /// <summary>Future timestamps are refused.</summary>
    public Requirement Future =>
        Sentences.Draft(
            $"{Section}.timestamp.future",
            $"The receiver SHOULD refuse timestamps more than {Seconds} s in the future.",
            TolerancePlace,
            "WHR-05"
        );

    /// <summary>What is no timestamp is refused.</summary>
    public Requirement Malformed =>
        Must(
            "timestamp.malformed",
            "The receiver MUST refuse deliveries whose age it cannot tell.",
            TolerancePlace,
            "WHR-06"
        );

    /// <summary>No server errors for what a sender does wrong.</summary>
    public Requirement NoServerError =>
        Sentences.Standard(
            $"{Section}.no_server_error",
            "The receiver MUST NOT answer a fault of the sender with 5xx.",
            security?.Location ?? Place,
            "RFC 9110 section 15.6",
            "WHR-03",
            "WHR-06"
        );

    /// <summary>The timestamp that is signed is the one that is judged.</summary>
    public Requirement SignedTimestamp =>
        Must(
            "timestamp.signed",
            "The receiver MUST refuse a timestamp that is not the signed one.",
            TolerancePlace,
            "WHR-04",
            "WHR-09"
        );

    /// <summary>Repeated deliveries are accepted.</summary>
    public Requirement Repeated =>
        Must("duplicates.answer", "The receiver MUST answer a repeated delivery with 2xx.", DeliveryPlace, "WHR-07");

    /// <summary>Repeated deliveries have one effect.</summary>
    public Requirement OneEffect =>
        Must(
            "duplicates.effect",
            "An event that is delivered again MUST NOT have a second effect.",
            DeliveryPlace,
            "WHR-07"
        );

    /// <summary>Deliveries at the same time have one effect.</summary>
    public Requirement OneEffectAtOnce =>
        Adopted(
            "duplicates.concurrent",
            "An event that is delivered several times at once MUST NOT have a second effect.",
            "WHR-08"
        );

    /// <summary>Events are told apart.</summary>
    public Requirement OtherEvents =>
        Must(
            "duplicates.other_events",
            "The receiver MUST process every event, also several of one type about one object.",
            DeliveryPlace,
            "WHR-01",
            "WHR-07"
        );

    /// <summary>A captured delivery with a new timestamp has no second effect.</summary>
    public Requirement Replay =>
        Adopted(
            "replay.effect",
            "A captured delivery that is sent again with a fresh timestamp MUST NOT have a second effect.",
            "WHR-09"
        );

    /// <summary>A captured delivery that never arrived.</summary>
    public Requirement ReplayOfUnseen =>
        Sentences.Proposal(
            $"{Section}.replay.unseen",
            "A captured delivery that was held back for days cannot be told from a fresh one, for the timestamp is not signed.",
            security?.SignedContent?.Location ?? security?.TimestampHeader?.Location ?? Place,
            "WHR-10",
            "WHK-103"
        );

    /// <summary>The signature is over the bytes.</summary>
    public Requirement RawBody =>
        Must(
            "raw_body",
            "The receiver MUST verify the bytes it received, however they are written.",
            security?.SignedContent?.Location ?? security?.Location ?? Place,
            "WHR-11"
        );

    /// <summary>Unknown events are ignored.</summary>
    public Requirement UnknownEvents =>
        Sentences.Advice(
            $"{Section}.unknown_events",
            "The receiver SHOULD accept events it does not know, and ignore them.",
            Place,
            "WHR-12"
        );

    /// <summary>Unknown fields are ignored.</summary>
    public Requirement UnknownFields =>
        Sentences.Advice(
            $"{Section}.unknown_fields",
            "The receiver SHOULD accept fields it does not know.",
            webhooks.Envelope?.Location ?? Place,
            "WHR-12"
        );

    /// <summary>Events may come in any order.</summary>
    public Requirement AnyOrder =>
        Sentences.Proposal(
            $"{Section}.order",
            "The receiver SHOULD accept events in any order.",
            DeliveryPlace,
            "WHR-13"
        );

    /// <summary>What no sender sends is refused.</summary>
    public Requirement Robust =>
        Sentences.Proposal(
            $"{Section}.robust",
            "The receiver SHOULD answer requests that are no deliveries with 4xx, without delay.",
            Place,
            "WHR-15"
        );

    /// <summary>One valid signature of several is enough.</summary>
    public Requirement OneOfSeveral =>
        Must(
            "several_signatures",
            "The receiver MUST accept a delivery of whose signatures one is valid.",
            security?.Location ?? Place,
            "WHR-17"
        );

    /// <summary>How old a timestamp may be; null when the specification does not say.</summary>
    public TimeSpan? Tolerance =>
        security?.Tolerance?.Value
        ?? (
            security?.Scheme is WebhookScheme.StandardWebhooks or WebhookScheme.Stripe ? TimeSpan.FromMinutes(5) : null
        );

    private string Seconds =>
        ((long)(Tolerance ?? TimeSpan.Zero).TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private string Success =>
        webhooks.Retry?.SuccessTimeout is { } limit
            ? string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"2xx within {limit.TotalSeconds:0.###} s"
            )
            : "2xx";

    private SourceLocation Place => webhooks.Location;

    private SourceLocation SuccessPlace =>
        webhooks.Retry?.SuccessCriteria?.Location ?? webhooks.ExpectedResponse?.Location ?? Place;

    private SourceLocation DeliveryPlace => security?.Dedupe?.Location ?? webhooks.Delivery?.Location ?? Place;

    private SourceLocation TolerancePlace =>
        security?.Tolerance?.Location ?? security?.TimestampHeader?.Location ?? security?.Location ?? Place;

    private static Requirement Must(
        string aspect,
        string statement,
        SourceLocation place,
        params string[] references
    ) => Sentences.Contract($"{Section}.{aspect}", statement, place, references);

    // A proposal that the specification adopts where it says how receivers recognise what they have had.
    private Requirement Adopted(string aspect, string statement, params string[] references) =>
        new(
            $"{Section}.{aspect}",
            RequirementLevel.Must,
            security?.Dedupe is null ? RequirementBasis.Proposal : RequirementBasis.Contract,
            statement,
            DeliveryPlace
        )
        {
            References = [.. references],
        };
}
