using System.Collections.Immutable;

namespace Conformance.Consumers.Client.Traces;

/// <summary>How the client's command ended in a script.</summary>
/// <param name="ExitCode">What it answered; null when it was ended because its time was over.</param>
/// <param name="LastLines">The last lines it wrote, of both streams together.</param>
public sealed record ClientEnd(int? ExitCode, ImmutableArray<string> LastLines)
{
    /// <summary>Whether it ended by itself.</summary>
    public bool IsByItself => ExitCode is not null;
}
