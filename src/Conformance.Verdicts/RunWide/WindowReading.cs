using System.Collections.Immutable;
using Conformance.Execution.Recording;
using Conformance.Specification.Model;
using Conformance.Verdicts.Evidence;

namespace Conformance.Verdicts.RunWide;

/// <summary>What one response said of its window.</summary>
/// <param name="Remaining">Requests left; null when it does not say.</param>
/// <param name="Reset">When the window ends.</param>
/// <param name="SentAt">When the request was sent.</param>
/// <param name="AnsweredAt">When its answer was there.</param>
/// <param name="CaseId">The case it belongs to.</param>
/// <param name="Exchange">The exchange.</param>
internal sealed record WindowReading(
    long? Remaining,
    long Reset,
    DateTimeOffset SentAt,
    DateTimeOffset AnsweredAt,
    string CaseId,
    Exchange Exchange
)
{
    /// <summary>Whether the request succeeded: such a request is counted, and the count is not taken back.</summary>
    public bool IsSuccess => Exchange.Response!.Status is >= 200 and < 300;
}

/// <summary>
/// The readings of one counter: the same operation, the same credential, the same limit. Other credentials may be
/// other clients, and another limit is another window.
/// </summary>
/// <param name="Endpoint">The operation.</param>
/// <param name="Credential">Mark of the credential.</param>
/// <param name="Limit">The published limit.</param>
internal sealed record Counter(Endpoint Endpoint, string? Credential, long Limit);

/// <summary>Collects what responses say of their windows, up to a bounded number of responses.</summary>
internal sealed class WindowReadings
{
    private const int MostKept = 50_000;
    private readonly Dictionary<Counter, List<WindowReading>> byCounter = new(ByOperation.Instance);
    private int kept;

    /// <summary>The readings by counter, as they were noted.</summary>
    public IEnumerable<(Counter Counter, ImmutableArray<WindowReading> InOrder)> ByCounter =>
        byCounter.Select(c => (c.Key, c.Value.OrderBy(r => r.SentAt).ToImmutableArray()));

    /// <summary>Number of responses that were noted.</summary>
    public int Count => kept;

    /// <summary>Notes a response with readable headers; those to unknown callers and of broken servers are left out.</summary>
    /// <param name="seen">The exchange.</param>
    public void Note(SeenExchange seen)
    {
        var reading = RateLimitReading.Of(seen, seen.Specification.RateLimits?.Headers);
        if (
            kept == MostKept
            || seen.Endpoint is not { } endpoint
            || seen.Status is 401 or >= 500
            || reading is not { Limit: { } limit, Reset: { } reset }
        )
        {
            return;
        }

        var counter = new Counter(endpoint, seen.Exchange.CredentialMark, limit);
        if (!byCounter.TryGetValue(counter, out var readings))
        {
            byCounter.Add(counter, readings = []);
        }

        var sent = seen.Exchange.SentAt;
        readings.Add(
            new(reading.Remaining, reset, sent, sent + seen.Exchange.Duration, seen.Of.Case.Id, seen.Exchange)
        );
        kept++;
    }

    // Endpoints are compared by identity: by value, each lookup would walk all their schemas.
    private sealed class ByOperation : IEqualityComparer<Counter>
    {
        public static ByOperation Instance { get; } = new();

        public bool Equals(Counter? x, Counter? y) =>
            ReferenceEquals(x?.Endpoint, y?.Endpoint) && x?.Credential == y?.Credential && x?.Limit == y?.Limit;

        public int GetHashCode(Counter obj) =>
            HashCode.Combine(obj.Endpoint.OperationId.Value, obj.Credential, obj.Limit);
    }
}
