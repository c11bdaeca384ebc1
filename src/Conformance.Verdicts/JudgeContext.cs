using Conformance.Specification.Model;
using Conformance.Verdicts.Evidence;

namespace Conformance.Verdicts;

/// <summary>What judging needs beside a record: the specification, the environment, and how strict to be.</summary>
public sealed record JudgeContext
{
    /// <summary>The specification the target is judged by.</summary>
    public required IntegrationSpecification Specification { get; init; }

    /// <summary>The environment the target plays; null for the embedded simulator.</summary>
    public TargetEnvironment? Environment { get; init; }

    /// <summary>Whether the run was given a clock of the target that it moves, beside what the environment declares.</summary>
    public bool MovesClock { get; init; }

    /// <summary>Whether SHOULD requirements and those of drafts and proposals fail a target instead of warning; MAY never does.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Whether the target is the embedded one, whose clock started as ours and is moved by nobody else.</summary>
    public bool IsEmbedded { get; init; }

    /// <summary>Whether the target runs inside this process, behind a handler instead of a web server.</summary>
    public bool IsInProcess { get; init; }

    /// <summary>Tells the secret that deliveries are signed with; null when none is known.</summary>
    public Func<string?> WebhookSecret { get; init; } = static () => null;

    /// <summary>Masks secrets in every text of a result; the identity when there are none.</summary>
    public Func<string, string> Mask { get; init; } = static text => text;

    /// <summary>Multiple of the published limits that holds in the environment.</summary>
    public decimal RateLimitFactor => Environment?.RateLimitFactor?.Value ?? 1m;

    /// <summary>Patterns and schemas that were compiled before.</summary>
    internal CompiledSchemas Schemas { get; } = new();

    /// <summary>Whether the target's clock can be moved, or runs at another pace: its times then say nothing of ours.</summary>
    internal bool IsClockMovable => MovesClock || Environment is { TestClockUrl: not null } or { TimeScale: not 1m };

    /// <summary>
    /// Whether the target's times can be compared with ours: the environment is known, and its clock cannot be moved.
    /// </summary>
    internal bool SharesClock => Environment is not null && !IsClockMovable;

    /// <summary>Whether the run knows what time it is for the target, moved or not.</summary>
    internal bool KnowsTargetClock => SharesClock || IsEmbedded;
}
