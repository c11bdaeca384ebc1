using System.Collections.Immutable;

namespace Conformance.Simulator.Interventions;

/// <summary>What is done with a request instead of, or beside, answering it in the ordinary way.</summary>
public sealed record Intervention
{
    /// <summary>Answered instead of carrying the request out; null to carry it out.</summary>
    public ScriptedRefusal? Refusal { get; init; }

    /// <summary>Real time the answer is held back.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Whether and when the connection is cut instead of answering.</summary>
    public ConnectionCut Cut { get; init; }

    /// <summary>Headers that are set on the answer, whatever it is.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Whether the objects of a JSON answer get members that the specification does not know.</summary>
    public bool AddsUnknownMembers { get; init; }

    /// <summary>How long the token lives that is issued; null for the declared time. Ignored for other requests.</summary>
    public TimeSpan? TokenLifetime { get; init; }

    /// <summary>Whether the token response does not tell how long the token lives.</summary>
    public bool HidesTokenLifetime { get; init; }
}

/// <summary>An error that is answered on purpose, in the specification's own error format.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="ErrorCode">Code of the error catalogue, or of RFC 6749 at the token endpoint; null for the one that the
/// specification has for the status.</param>
public sealed record ScriptedRefusal(int Status, string? ErrorCode);

/// <summary>Whether and when a connection is cut.</summary>
public enum ConnectionCut
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>Before the request has any effect.</summary>
    BeforeProcessing,

    /// <summary>After the request has had its effect: the client cannot know.</summary>
    AfterProcessing,
}
