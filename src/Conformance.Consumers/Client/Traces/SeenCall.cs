using Conformance.Simulator.Interventions;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Traces;

/// <summary>One request of the client with what was done with it and what it was answered. Immutable.</summary>
/// <param name="Script">Name of the script it was seen in.</param>
/// <param name="Arrival">The request.</param>
/// <param name="Intervention">What the script did; null for an ordinary answer.</param>
/// <param name="Answer">The answer; null when there was none yet when the script ended.</param>
internal sealed record SeenCall(string Script, Arrival Arrival, Intervention? Intervention, GivenAnswer? Answer)
{
    /// <summary>The operation; null for a token request, and for what is not declared.</summary>
    public Endpoint? Endpoint => Arrival.IsForToken ? null : Arrival.Endpoint;

    /// <summary>Whether it asks for a token.</summary>
    public bool IsForToken => Arrival.IsForToken;

    /// <summary>When it arrived.</summary>
    public DateTimeOffset At => Arrival.At;

    /// <summary>When its answer was given, or when it arrived if none was.</summary>
    public DateTimeOffset EndedAt => Answer?.At ?? Arrival.At;

    /// <summary>The status of the answer; 0 without one.</summary>
    public int Status => Answer?.Status ?? 0;

    /// <summary>Whether it was answered 2xx.</summary>
    public bool Succeeded => Answer?.IsSuccess is true;

    /// <summary>Method, path and query as they were sent.</summary>
    public string Line =>
        Arrival.Query is { } query ? $"{Arrival.Method} {Arrival.Path}?{query}" : $"{Arrival.Method} {Arrival.Path}";

    /// <summary>The idempotency key; null when none was sent, or the operation knows none.</summary>
    public string? Key => Endpoint?.Idempotency is { } rules ? Arrival.Header(rules.Header.Value) : null;

    /// <summary>Whether the method is safe (RFC 9110 section 9.2.1).</summary>
    public bool IsSafe => Arrival.Method is "GET" or "HEAD" or "OPTIONS";

    /// <summary>Whether repeating it does no harm by itself (RFC 9110 section 9.2.2).</summary>
    public bool IsIdempotent => IsSafe || Arrival.Method is "PUT" or "DELETE";

    /// <summary>What was answered, in few words.</summary>
    public string Outcome =>
        Answer switch
        {
            null => "no answer yet",
            { End: ExchangeEnd.Cut } => "connection cut",
            { End: ExchangeEnd.Abandoned } => "the client went away",
            { Status: var status } => $"{status}",
        };
}
