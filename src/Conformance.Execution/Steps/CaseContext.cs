using System.Collections.Concurrent;
using Conformance.Execution.Credentials;
using Conformance.Execution.Recording;
using Conformance.Execution.States;
using Conformance.Specification.Model;

namespace Conformance.Execution.Steps;

/// <summary>What a case knows while it is carried out. Steps run one after the other; only the log and the tokens are shared by threads.</summary>
internal sealed class CaseContext(string id, ScenarioKind kind, CaseLog log)
{
    /// <summary>Id of the case.</summary>
    public string Id { get; } = id;

    /// <summary>Kind of the case.</summary>
    public ScenarioKind Kind { get; } = kind;

    /// <summary>When the case started, by our clock.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>What is recorded.</summary>
    public CaseLog Log { get; } = log;

    /// <summary>Name of the step that is carried out now.</summary>
    public string Step { get; set; } = "";

    /// <summary>Values captured by earlier steps.</summary>
    public Dictionary<string, string> Captures { get; } = [];

    /// <summary>Tokens that belong to this case alone, by what they were asked for.</summary>
    public ConcurrentDictionary<string, TokenCache> OwnTokens { get; } = new();

    /// <summary>Well-known data that this case's requests carry.</summary>
    public List<StateFixture> Fixtures { get; } = [];

    /// <summary>States to leave when the case ends, in the order they were entered.</summary>
    public List<string> EnteredStates { get; } = [];

    /// <summary>The deliveries that are answered by the case's script; null while it has none.</summary>
    public Webhooks.DeliverySubscription? Subscription { get; set; }

    /// <summary>What later steps may want to know of earlier ones.</summary>
    public Dictionary<string, StepMemory> Memory { get; } = [];
}

/// <summary>What is remembered of a step.</summary>
/// <param name="Response">Its last response; null when none came.</param>
/// <param name="At">When that was, in the target's time.</param>
/// <param name="TokenExpiresAt">When the token it carried, or was sent with, expires; null when unknown.</param>
internal sealed record StepMemory(RecordedResponse? Response, DateTimeOffset At, DateTimeOffset? TokenExpiresAt);
