using System.Collections.Immutable;

namespace Conformance.Consumers.Client;

/// <summary>What was seen in a script, in numbers.</summary>
/// <param name="Script">Its name.</param>
/// <param name="Requests">Number of requests that arrived, token requests included.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="ExitCode">What the command answered; null without one, or when it was ended.</param>
/// <param name="WasEnded">Whether the command was ended because its time was over.</param>
/// <param name="LastLines">What the command wrote last.</param>
public sealed record ScriptSummary(
    string Script,
    int Requests,
    TimeSpan Duration,
    int? ExitCode,
    bool WasEnded,
    ImmutableArray<string> LastLines
);
