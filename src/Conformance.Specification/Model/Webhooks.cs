using System.Collections.Immutable;

namespace Conformance.Specification.Model;

/// <summary>The webhooks the provider sends.</summary>
public sealed record Webhooks
{
    /// <summary>What they are for.</summary>
    public Located<string>? Description { get; init; }

    /// <summary>The delivery guarantee, as written.</summary>
    public Located<string>? Delivery { get; init; }

    /// <summary>The payload's format, as written.</summary>
    public Located<string>? Format { get; init; }

    /// <summary>Where deliveries go, as written.</summary>
    public Located<string>? EndpointUrl { get; init; }

    /// <summary>The shared secret: a description or a <c>{PLACEHOLDER}</c>, never the secret.</summary>
    public Located<string>? SecretKey { get; init; }

    /// <summary>The events one may subscribe to.</summary>
    public ImmutableArray<Located<string>> Subscriptions { get; init; } = [];

    /// <summary>Signature and replay prevention; null when undeclared.</summary>
    public WebhookSecurity? Security { get; init; }

    /// <summary>What the envelope of every delivery must be; null when undeclared.</summary>
    public SchemaNode? Envelope { get; init; }

    /// <summary>When failed deliveries are repeated; null when undeclared.</summary>
    public WebhookRetryPolicy? Retry { get; init; }

    /// <summary>What a receiver answers, as written; null when undeclared.</summary>
    public Located<string>? ExpectedResponse { get; init; }

    /// <summary>The events with their payloads.</summary>
    public ImmutableArray<WebhookEvent> Events { get; init; } = [];

    /// <summary>Where the section stands.</summary>
    public required SourceLocation Location { get; init; }
}

/// <summary>Signature and replay prevention of webhooks (STANDARDS E.1).</summary>
/// <param name="SignatureHeader">Header with the signature.</param>
/// <param name="Algorithm">For example <c>HMAC-SHA256</c>.</param>
/// <param name="TimestampHeader">Header with the time of the attempt.</param>
/// <param name="Tolerance">How old a timestamp may be; null when undeclared.</param>
/// <param name="SignedContent">What is signed, for example <c>{body}</c> or <c>{timestamp}.{body}</c>.</param>
/// <param name="SignaturePrefix">Text before the hex digest, for example <c>sha256=</c>.</param>
/// <param name="TimestampFormat"><c>unix-seconds</c> or <c>rfc3339</c>; null when undeclared.</param>
/// <param name="VerificationExamples">Example code by language.</param>
/// <param name="Location">Where it stands.</param>
public sealed record WebhookSecurity(
    Located<string>? SignatureHeader,
    Located<string>? Algorithm,
    Located<string>? TimestampHeader,
    Located<TimeSpan>? Tolerance,
    Located<string>? SignedContent,
    string SignaturePrefix,
    Located<string>? TimestampFormat,
    ImmutableArray<KeyValuePair<string, Located<string>>> VerificationExamples,
    SourceLocation Location
)
{
    /// <summary>How receivers recognise an event they have had before; null when undeclared.</summary>
    public WebhookDedupe? Dedupe { get; init; }

    /// <summary>Who laid the scheme down; decides what the fields above leave open.</summary>
    public WebhookScheme Scheme { get; init; }

    /// <summary><c>attempt</c> when every attempt is stamped anew, <c>event</c> when all carry the time of the event; null
    /// when undecided.</summary>
    public string? TimestampScope { get; init; }
}

/// <summary>A published way to sign deliveries (STANDARDS E.1).</summary>
public enum WebhookScheme
{
    /// <summary>The specification's own: a header, an algorithm, a prefix, and what is signed.</summary>
    Declared,

    /// <summary>Standard Webhooks 1.0.0: <c>webhook-id</c>, <c>webhook-timestamp</c>, <c>webhook-signature</c>.</summary>
    StandardWebhooks,

    /// <summary>Stripe: one header <c>t=...,v1=...</c>, over <c>{timestamp}.{body}</c>.</summary>
    Stripe,

    /// <summary>GitHub: <c>X-Hub-Signature-256</c>, over the body.</summary>
    GitHub,
}

/// <summary>How receivers recognise an event they have had before.</summary>
/// <param name="Key">Field of the envelope that identifies an event, for example <c>event_id</c>.</param>
/// <param name="Retention">How long keys are remembered; null for ever.</param>
/// <param name="Location">Where it stands.</param>
public sealed record WebhookDedupe(Located<string> Key, TimeSpan? Retention, SourceLocation Location);

/// <summary>When failed deliveries are repeated.</summary>
/// <param name="Attempts">Number of attempts, the first included.</param>
/// <param name="Schedule">The declared times; zero for "Immediate".</param>
/// <param name="ScheduleMeaning"><c>gaps</c> or <c>offsets</c>; null when undecided.</param>
/// <param name="SuccessTimeout">How long the receiver may take; null when undeclared.</param>
/// <param name="SuccessCriteria">As written.</param>
/// <param name="FailureAction">What happens after the last attempt, as written.</param>
/// <param name="Location">Where it stands.</param>
public sealed record WebhookRetryPolicy(
    Located<int>? Attempts,
    ImmutableArray<Located<TimeSpan>> Schedule,
    Located<string>? ScheduleMeaning,
    TimeSpan? SuccessTimeout,
    Located<string>? SuccessCriteria,
    Located<string>? FailureAction,
    SourceLocation Location
);

/// <summary>One kind of event.</summary>
/// <param name="Name">For example <c>order.created</c>.</param>
/// <param name="Description">When it is fired, as written.</param>
/// <param name="Payload">What its payload must be; null when undeclared.</param>
/// <param name="TriggeredBy">Operation ids of the endpoints whose success fires it; empty when undeclared.</param>
/// <param name="Location">Where it stands.</param>
public sealed record WebhookEvent(
    Located<string> Name,
    Located<string>? Description,
    SchemaNode? Payload,
    ImmutableArray<Located<string>> TriggeredBy,
    SourceLocation Location
);
