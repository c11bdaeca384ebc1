using System.Collections.Immutable;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Requirements;
using Conformance.Verdicts.Results;

namespace Conformance.Records;

/// <summary>One line of a record: a finished case, or deliveries that no case need have waited for.</summary>
internal sealed record RecordLine
{
    /// <summary>A finished case.</summary>
    public CaseForm? Case { get; init; }

    /// <summary>Deliveries; a later line about the same one replaces an earlier one.</summary>
    public DeliveriesForm? Deliveries { get; init; }
}

/// <summary>The deliveries that a process received.</summary>
internal sealed record DeliveriesForm
{
    /// <summary>The process.</summary>
    public required int Segment { get; init; }

    public required ImmutableArray<ExchangeForm> Exchanges
    {
        get => field.IsDefault ? [] : field;
        init;
    }
}

/// <summary>A finished case as it is written down.</summary>
internal sealed record CaseForm
{
    /// <summary>Id of the case.</summary>
    public required string Id { get; init; }

    /// <summary>Which process carried it out.</summary>
    public required int Segment { get; init; }

    /// <summary>In which order cases about the whole run took notice of it; null for those that they did not.</summary>
    public int? Order { get; init; }

    /// <summary>Which attempt at the case this was, from 1.</summary>
    public required int Attempt { get; init; }

    public required Verdict Verdict { get; init; }

    public string? Reason { get; init; }

    /// <summary>What was carried out; null for a case that was not started.</summary>
    public CarriedOutForm? CarriedOut { get; init; }

    /// <summary>The requirements that its checks are about, each once.</summary>
    public ImmutableArray<Requirement> Requirements
    {
        get => field.IsDefault ? [] : field;
        init;
    } = [];

    public ImmutableArray<CheckForm> Checks
    {
        get => field.IsDefault ? [] : field;
        init;
    } = [];

    public string? Repeat { get; init; }

    public SmallestFailure? Smallest { get; init; }

    /// <summary>The other attempts at it; none where it was not repeated.</summary>
    public ImmutableArray<AttemptForm> Attempts
    {
        get => field.IsDefault ? [] : field;
        init;
    } = [];

    /// <summary>Why it passed on one attempt and failed on another, as far as that can be seen; null for a case that did not.</summary>
    public Flakiness? Flakiness { get; init; }
}

/// <summary>Another attempt at a case.</summary>
internal sealed record AttemptForm
{
    /// <summary>Which it was, from 1.</summary>
    public required int Number { get; init; }

    public required AttemptSetting Setting { get; init; }

    public required Verdict Verdict { get; init; }

    public string? Reason { get; init; }

    public CarriedOutForm? CarriedOut { get; init; }

    /// <summary>The requirements that its checks are about, each once.</summary>
    public ImmutableArray<Requirement> Requirements
    {
        get => field.IsDefault ? [] : field;
        init;
    } = [];

    public ImmutableArray<CheckForm> Checks
    {
        get => field.IsDefault ? [] : field;
        init;
    } = [];
}

/// <summary>What was recorded of a case.</summary>
internal sealed record CarriedOutForm
{
    public required DateTimeOffset StartedAt { get; init; }

    public required TimeSpan Duration { get; init; }

    public Obstacle? Obstacle { get; init; }

    public ImmutableArray<string> Notes
    {
        get => field.IsDefault ? [] : field;
        init;
    } = [];

    public ImmutableArray<ExchangeForm> Exchanges
    {
        get => field.IsDefault ? [] : field;
        init;
    } = [];
}

/// <summary>One check.</summary>
internal sealed record CheckForm
{
    public required string Check { get; init; }

    /// <summary>Position of its requirement among those of the case.</summary>
    public required int Requirement { get; init; }

    public required CheckOutcome Outcome { get; init; }

    public int? Exchange { get; init; }

    public Finding? Finding { get; init; }

    public required int Times { get; init; }

    public string? Answer { get; init; }
}
