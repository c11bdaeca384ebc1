using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Exploration;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Cases;

/// <summary>Who wrote a case down.</summary>
public enum CaseOrigin
{
    /// <summary>It stands under <c>test_scenarios</c>.</summary>
    Declared,

    /// <summary>It follows from the definition of an endpoint, a limit, or the authentication.</summary>
    Derived,
}

/// <summary>What a case may run beside.</summary>
public enum CaseIsolation
{
    /// <summary>Any other case.</summary>
    Parallel,

    /// <summary>Nothing: it changes a state of the target that other cases would notice.</summary>
    SharedState,

    /// <summary>Nothing, and last: it uses up a limit.</summary>
    ExhaustsLimit,

    /// <summary>Nothing, and after all others: it sends nothing and is judged by what they recorded.</summary>
    WholeRun,
}

/// <summary>One test of one requirement: what is sent, and what must be seen. Pure data; sends nothing itself.</summary>
public sealed record ContractCase
{
    /// <summary>Stable id, unique in a specification: <c>create-order/validation_errors/items[].quantity/above-maximum</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What the case shows, in the specification's words.</summary>
    public required string Title { get; init; }

    /// <summary>Its kind; also its NUnit category.</summary>
    public required ScenarioKind Kind { get; init; }

    /// <summary>The requirement it is about.</summary>
    public required Requirement Requirement { get; init; }

    /// <summary>The operation it is about; null for cases about the token endpoint alone.</summary>
    public Endpoint? Endpoint { get; init; }

    /// <summary>What is done, in order.</summary>
    public required ImmutableArray<CaseStep> Steps { get; init; }

    /// <summary>What must hold over several steps.</summary>
    public ImmutableArray<CaseExpectation> Expectations { get; init; } = [];

    /// <summary>What must hold over all exchanges of the run; null for a case that is judged by its own.</summary>
    public RunExpectation? OverRun { get; init; }

    /// <summary>What it may run beside.</summary>
    public CaseIsolation Isolation { get; init; }

    /// <summary>Who wrote it down.</summary>
    public CaseOrigin Origin { get; init; } = CaseOrigin.Derived;

    /// <summary>Free labels for filters, for example <c>boundary</c>, <c>accepted</c>, <c>header</c>.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>What the case leaves unobserved, in words (postconditions without a probe).</summary>
    public ImmutableArray<string> NotObserved { get; init; } = [];

    /// <summary>What an explored sequence was made from; null for every other case.</summary>
    [JsonIgnore]
    public ExploredScenario? Explored { get; init; }

    /// <summary>The greatest number of requests the case sends to the API; token requests are not counted.</summary>
    public int MaxRequests => Steps.Sum(s => s.MaxRequests);

    /// <summary>Whether the case uses a method that is not safe (RFC 9110 section 9.2.1); such cases never run on production unasked.</summary>
    public bool IsReadOnly => Steps.All(s => s.IsReadOnly);

    /// <summary>Whether it needs a second client, whose credentials are configured only where somebody wants to.</summary>
    public bool UsesSecondClient => Steps.Any(s => s.Sends?.Credential is CredentialUse.SecondClient);

    /// <summary>Whether it needs deliveries of webhooks, which arrive only where the target knows where they go.</summary>
    public bool ReceivesDeliveries =>
        OverRun is DeliveryExpectation || Steps.Any(s => s is CaseStep.AwaitDeliveries or CaseStep.AnswerDeliveries);

    /// <summary>
    /// Whether it waits for attempts that are far apart. Such cases are carried out beside each other, whichever is
    /// asked for first, so that a run waits once.
    /// </summary>
    public bool WaitsForAttempts => Steps.Any(s => s is CaseStep.AnswerDeliveries);

    /// <inheritdoc />
    public override string ToString() => Id;
}
