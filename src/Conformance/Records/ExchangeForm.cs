using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Conformance.Execution.Recording;

namespace Conformance.Records;

/// <summary>An exchange as it is written down: without a secret in it, and otherwise whole.</summary>
internal sealed record ExchangeForm
{
    public required int Index { get; init; }

    public required string Step { get; init; }

    public required ExchangePurpose Purpose { get; init; }

    /// <summary>The declared operation, <c>POST /things</c>; null for none.</summary>
    public string? Endpoint { get; init; }

    public required RequestForm Request { get; init; }

    public ResponseForm? Response { get; init; }

    public TransportFailure? Failure { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    public DateTimeOffset? SentAtTarget { get; init; }

    public DateTimeOffset? AnsweredAtTarget { get; init; }

    public required TimeSpan Duration { get; init; }

    public TimeSpan? TimeToHeaders { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsShared { get; init; }

    public string? CredentialMark { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool EchoesSecret { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Throttled { get; init; }

    public DeliveryForm? Delivery { get; init; }

    /// <summary>Whether what came from the target is not what it sent, for a secret in it is replaced.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsMasked { get; init; }
}

/// <summary>A request.</summary>
internal sealed record RequestForm
{
    public required string Method { get; init; }

    public required string Url { get; init; }

    public ImmutableArray<HeaderForm> Headers
    {
        get => field.IsDefault ? [] : field;
        init;
    } = [];

    public BodyForm? Body { get; init; }

    public string? ContentType { get; init; }
}

/// <summary>A response.</summary>
internal sealed record ResponseForm
{
    public required int Status { get; init; }

    public string Reason { get; init; } = "";

    public string HttpVersion { get; init; } = "";

    public ImmutableArray<HeaderForm> Headers
    {
        get => field.IsDefault ? [] : field;
        init;
    } = [];

    public BodyForm? Body { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsTruncated { get; init; }
}

/// <summary>A header line.</summary>
internal sealed record HeaderForm
{
    public required string Name { get; init; }

    public required string Value { get; init; }
}

/// <summary>What is known of a delivery.</summary>
internal sealed record DeliveryForm
{
    public string? EventId { get; init; }

    public string? EventType { get; init; }

    public required int Attempt { get; init; }

    public BodyForm? Body { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsTruncated { get; init; }

    public required DateTimeOffset Earliest { get; init; }

    public required DateTimeOffset Latest { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool WasGivenUp { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool WasHeld { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsRedirected { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsElsewhere { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsExplained { get; init; }

    public RememberedSignature? Signature { get; init; }
}
