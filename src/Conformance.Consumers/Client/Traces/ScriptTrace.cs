using System.Collections.Immutable;

namespace Conformance.Consumers.Client.Traces;

/// <summary>Everything the client did in one script.</summary>
internal sealed record ScriptTrace
{
    /// <summary>Name of the script.</summary>
    public required string Script { get; init; }

    /// <summary>When it started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>All requests in the order they arrived.</summary>
    public required ImmutableArray<SeenCall> Calls { get; init; }

    /// <summary>How the command ended; null without one, or when the observation was interrupted.</summary>
    public ClientEnd? End { get; init; }

    /// <summary>The requests to the token endpoint.</summary>
    public IEnumerable<SeenCall> TokenCalls => Calls.Where(c => c.IsForToken);

    /// <summary>The requests to operations, and to what is none.</summary>
    public IEnumerable<SeenCall> ApiCalls => Calls.Where(c => !c.IsForToken);

    /// <summary>What was seen, in numbers.</summary>
    public ScriptSummary Summary =>
        new(Script, Calls.Length, EndedAt - StartedAt, End?.ExitCode, End is { ExitCode: null }, End?.LastLines ?? []);

    /// <summary>Why more was not seen of the client, for reasons.</summary>
    public string EndText =>
        End switch
        {
            { ExitCode: 0 } => "the command ended",
            { ExitCode: { } code } => $"the command ended with exit code {code}",
            { } => "the command was still running when its time was over",
            null => "the script's time was over",
        };
}
