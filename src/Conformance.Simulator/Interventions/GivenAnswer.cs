using System.Collections.Immutable;

namespace Conformance.Simulator.Interventions;

/// <summary>What a request was answered.</summary>
/// <param name="At">When the last byte of the answer was handed over, in real time.</param>
/// <param name="Status">HTTP status; 0 when the connection was cut, or the client had gone.</param>
/// <param name="Headers">Headers in order.</param>
/// <param name="Body">The body's bytes.</param>
/// <param name="End">How the exchange ended.</param>
public sealed record GivenAnswer(
    DateTimeOffset At,
    int Status,
    ImmutableArray<KeyValuePair<string, string>> Headers,
    ReadOnlyMemory<byte> Body,
    ExchangeEnd End
)
{
    /// <summary>Whether the status is 2xx.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>The first value of a header, or null.</summary>
    /// <param name="name">Header name, any case.</param>
    public string? Header(string name) =>
        Headers
            .Where(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(h => h.Value)
            .FirstOrDefault();
}

/// <summary>How an exchange ended.</summary>
public enum ExchangeEnd
{
    /// <summary>The answer was written.</summary>
    Answered,

    /// <summary>The connection was cut on purpose.</summary>
    Cut,

    /// <summary>The client went away before it had its answer.</summary>
    Abandoned,
}
