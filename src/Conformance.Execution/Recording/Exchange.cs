using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Specification.Model;

namespace Conformance.Execution.Recording;

/// <summary>Why an exchange belongs to a case.</summary>
public enum ExchangePurpose
{
    /// <summary>A step of the case sent it.</summary>
    Step,

    /// <summary>It fetched a token on behalf of a step.</summary>
    Token,

    /// <summary>It put the target into a provider state, or out of it.</summary>
    ProviderState,

    /// <summary>It moved the target's test clock.</summary>
    Clock,

    /// <summary>The target sent it: a delivery of a webhook, and how the run answered it.</summary>
    Delivery,
}

/// <summary>One request and what came back, byte for byte, with times. Immutable; checks see nothing else.</summary>
public sealed record Exchange
{
    /// <summary>Position among the exchanges of the case, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Name of the step it belongs to.</summary>
    public required string Step { get; init; }

    /// <summary>Why it was sent.</summary>
    public required ExchangePurpose Purpose { get; init; }

    /// <summary>The operation it calls; null when it calls none that is declared.</summary>
    public Endpoint? Endpoint { get; init; }

    /// <summary>What was sent.</summary>
    public required RecordedRequest Request { get; init; }

    /// <summary>What came back; null when nothing usable did.</summary>
    public RecordedResponse? Response { get; init; }

    /// <summary>Why nothing usable came back; null when something did.</summary>
    public TransportFailure? Failure { get; init; }

    /// <summary>When the request was sent, by the run's clock.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>
    /// When the request was sent, by the target's clock as the run knows it: its own, moved as far as the target's test
    /// clock was. Null when the run keeps no such clock.
    /// </summary>
    public DateTimeOffset? SentAtTarget { get; init; }

    /// <summary>The latest it can have been by the target's clock when the response was there; null as above.</summary>
    public DateTimeOffset? AnsweredAtTarget { get; init; }

    /// <summary>From sending the request to the last byte of the response.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>From sending the request to the response's headers; null when none came.</summary>
    public TimeSpan? TimeToHeaders { get; init; }

    /// <summary>Whether another case sent it, and this one looks at it as well.</summary>
    public bool IsShared { get; init; }

    /// <summary>Opaque mark of the credential it was sent with; equal marks mean the same credential. Null when none was.</summary>
    public string? CredentialMark { get; init; }

    /// <summary>Whether a secret that the request carried came back in the response.</summary>
    public bool EchoesSecret { get; init; }

    /// <summary>How often the request was answered 429 outside a rate-limit case and repeated after the wait it was told.</summary>
    public int Throttled { get; init; }

    /// <summary>What is known of it as a delivery; null when the run sent it.</summary>
    public DeliveryFacts? Delivery { get; init; }
}

/// <summary>A delivery that the target sent, as it was received.</summary>
public sealed record DeliveryFacts
{
    /// <summary>Id of its event; null when it has none.</summary>
    public string? EventId { get; init; }

    /// <summary>Name of its event; null when it has none.</summary>
    public string? EventType { get; init; }

    /// <summary>How many deliveries of its event the run had received with it, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>The body as it came, byte for byte, secrets not masked; cut at the size cap.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Whether the body was cut.</summary>
    public bool IsTruncated { get; init; }

    /// <summary>When it came, by the target's clock.</summary>
    public required Scenarios.Deliveries.AttemptMoment Moment { get; init; }

    /// <summary>Whether the sender gave up before it was answered.</summary>
    public bool WasGivenUp { get; init; }

    /// <summary>Whether its answer was held back on purpose.</summary>
    public bool WasHeld { get; init; }

    /// <summary>Whether it came to where a redirection leads.</summary>
    public bool IsRedirected { get; init; }

    /// <summary>Whether it came to another path than the run told the target; false where something between them may rewrite paths.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>Whether it mentions a resource that a successful request of the run was answered with.</summary>
    public bool IsExplained { get; init; }

    /// <summary>What was found of its signature while the secret was known; null in a run that can look itself.</summary>
    public RememberedSignature? Signature { get; init; }
}

/// <summary>What was found of a delivery's signature: a record keeps no secret, so nobody can look again.</summary>
/// <param name="Expected">What a right signature is, in words.</param>
/// <param name="Problem">Why it is not right; null when it is.</param>
public sealed record RememberedSignature(string Expected, string? Problem);

/// <summary>What was sent. Secrets are already masked in everything but the bytes that went out on the wire.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Url">Absolute URL, secrets masked.</param>
/// <param name="Headers">Headers in order, secrets masked.</param>
/// <param name="Body">Body bytes, secrets masked.</param>
/// <param name="ContentType">Content type; null when none was sent.</param>
public sealed record RecordedRequest(
    string Method,
    Uri Url,
    ImmutableArray<KeyValuePair<string, string>> Headers,
    ReadOnlyMemory<byte> Body,
    string? ContentType
);

/// <summary>What came back.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Reason">Reason phrase.</param>
/// <param name="HttpVersion">For example <c>1.1</c>.</param>
/// <param name="Headers">Header lines in order as they came, content headers included, repeated lines separate.</param>
/// <param name="Body">Body bytes, cut at the size cap.</param>
/// <param name="IsTruncated">Whether the body was cut.</param>
public sealed record RecordedResponse(
    int Status,
    string Reason,
    string HttpVersion,
    ImmutableArray<KeyValuePair<string, string>> Headers,
    ReadOnlyMemory<byte> Body,
    bool IsTruncated
)
{
    /// <summary>The values of a header, in order; empty when it is absent.</summary>
    /// <param name="name">Header name, any case.</param>
    public IEnumerable<string> HeaderValues(string name) =>
        Headers.Where(h => string.Equals(h.Key, name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value);

    /// <summary>The first value of a header, or null.</summary>
    /// <param name="name">Header name, any case.</param>
    public string? Header(string name) => HeaderValues(name).FirstOrDefault();

    /// <summary>The media type without parameters, lower case, or null.</summary>
    public string? MediaType
    {
        get
        {
            var value = Header("Content-Type");
            if (value is null)
            {
                return null;
            }

            var end = value.IndexOf(';', StringComparison.Ordinal);
#pragma warning disable CA1308 // Media types are written in lower case.
            return (end < 0 ? value : value[..end]).Trim().ToLowerInvariant();
#pragma warning restore CA1308
        }
    }
}

/// <summary>The ways in which an exchange can fail below HTTP.</summary>
public enum TransportFailureKind
{
    /// <summary>No connection: refused, unreachable, unknown host.</summary>
    Unreachable,

    /// <summary>The TLS handshake failed: certificate, protocol, name.</summary>
    Tls,

    /// <summary>No complete response in time.</summary>
    Timeout,

    /// <summary>The connection broke off, or what came is not HTTP.</summary>
    Protocol,

    /// <summary>The run was cancelled.</summary>
    Cancelled,

    /// <summary>The way to the target cannot carry the request as it should be sent.</summary>
    NotSent,
}

/// <summary>Why nothing usable came back.</summary>
/// <param name="Kind">What went wrong.</param>
/// <param name="Message">For people; no stack trace, secrets masked.</param>
public sealed record TransportFailure(TransportFailureKind Kind, string Message);

/// <summary>A case that was carried out, or not, with everything that was recorded.</summary>
public sealed record CaseRecord
{
    /// <summary>The case.</summary>
    public required ContractCase Case { get; init; }

    /// <summary>The exchanges in order of their index.</summary>
    public ImmutableArray<Exchange> Exchanges { get; init; } = [];

    /// <summary>Why the case could not be carried out to its end; null when it was.</summary>
    public Obstacle? Obstacle { get; init; }

    /// <summary>What a report should tell beside the verdict: waits, assumptions, states not asked for.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>When the case started, by the run's clock.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long the case took.</summary>
    public required TimeSpan Duration { get; init; }
}

/// <summary>What stood in the way of a case.</summary>
public enum ObstacleKind
{
    /// <summary>The target could not be put into the state.</summary>
    StateNotReachable,

    /// <summary>It would have to wait longer than allowed.</summary>
    WaitTooLong,

    /// <summary>The target did not answer.</summary>
    TargetUnreachable,

    /// <summary>A step the case rests on did not work out.</summary>
    ArrangementFailed,

    /// <summary>No usable credential.</summary>
    NoCredential,

    /// <summary>A limit of the run: time, requests, cancellation.</summary>
    RunLimit,

    /// <summary>The environment does not allow it (writes on production, for example).</summary>
    NotAllowedHere,

    /// <summary>Something optional that nobody has configured, such as a second client.</summary>
    NotConfigured,

    /// <summary>A defect of ours or of the configuration.</summary>
    Broken,
}

/// <summary>What stood in the way of a case, and what to do about it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Reason">In words, with what to configure.</param>
/// <param name="Step">The step that could not be carried out; null when none could.</param>
public sealed record Obstacle(ObstacleKind Kind, string Reason, string? Step);
