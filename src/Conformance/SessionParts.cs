using System.Collections.Immutable;
using Conformance.Execution;
using Conformance.Gating;
using Conformance.Records;
using Conformance.Reports;
using Conformance.Reports.Writing;
using Conformance.Scenarios.Cases;
using Conformance.Verdicts;
using Conformance.Verdicts.Results;
using Conformance.Verdicts.RunWide;

namespace Conformance;

/// <summary>What an open session is made of.</summary>
internal sealed class SessionParts : IAsyncDisposable
{
    private SessionParts(ConformancePlan plan, RunContext context) =>
        (Plan, Context) = (plan, context with { Time = new SteadyTime(context.Time) });

    public ConformancePlan Plan { get; }

    public RunContext Context { get; }

    public TargetSession Target { get; private set; } = null!;

    public JudgeContext Judgement { get; private set; } = null!;

    public RunJudge OverRun { get; private set; } = null!;

    public RunDescription Run { get; private set; } = null!;

    public ReportSet Reports { get; private set; } = null!;

    /// <summary>What decides the run beside its cases.</summary>
    public RunGates Gates { get; private set; } = null!;

    /// <summary>Writes the run down; null when nobody asked for it.</summary>
    public RunJournal? Journal { get; private set; }

    /// <summary>What was done of this run before; null when it begins.</summary>
    public EarlierRun? Earlier { get; private set; }

    /// <summary>The cases that are still to be done.</summary>
    public ImmutableArray<ContractCase> Remaining =>
        Earlier is null ? Plan.Cases : [.. Plan.Cases.ExceptBy(Earlier.Finished.Select(f => f.Case.Id), c => c.Id)];

    /// <summary>Opens the target and the reports; what was opened is closed again when either is refused.</summary>
    public static async Task<Attempt<SessionParts>> AssembleAsync(
        ConformancePlan plan,
        RunContext context,
        CancellationToken cancellationToken
    )
    {
        var parts = new SessionParts(plan, context);
        var refusal = await parts.TryAssembleAsync(cancellationToken);
        if (refusal is null)
        {
            return parts;
        }

        await parts.DisposeAsync();
        return refusal;
    }

    public async ValueTask DisposeAsync()
    {
        Journal?.Dispose();
        if (Reports is not null)
        {
            await Reports.DisposeAsync();
        }

        if (Target is not null)
        {
            await Target.DisposeAsync();
        }

        if (Context.EmbeddedTarget is not null)
        {
            await Context.EmbeddedTarget.DisposeAsync();
        }
    }

    private async Task<Refusal?> TryAssembleAsync(CancellationToken cancellationToken)
    {
        try
        {
            return OpenGates(cancellationToken)
                ?? UnderMaintenance.Refusal(Plan, Context.Time)
                ?? await OpenTargetAsync(cancellationToken)
                ?? await OpenReportsAsync(cancellationToken)
                ?? OpenJournal();
        }
        catch (TargetConfigurationException e)
        {
            return Refusal.Configuration(e.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new Refusal(RefusalKind.Interrupted, "The run was interrupted before the first case.");
        }
    }

    private Refusal? OpenGates(CancellationToken cancellationToken)
    {
        var gates = RunGates.Open(Plan, Context.Time, cancellationToken);
        Gates = gates.Value!;
        return gates.Refusal;
    }

    private async Task<Refusal?> OpenTargetAsync(CancellationToken cancellationToken)
    {
        var address = await TargetOpening.AddressAsync(Plan, Context, cancellationToken);
        if (!address.Succeeded)
        {
            return address.Refusal;
        }

        Target = TargetSession.Open(Plan.Specification, address.Value, Context.Time);
        Target.Secrets.AddAll(Plan.Options.FurtherSecrets);
        if (IsSimulated)
        {
            // The embedded target has credentials of its own; those of the surroundings must not be written either.
            Target.Secrets.AddConfigured(Plan.Specification, Plan.Options.Configuration);
        }

        Judgement = new JudgeContext
        {
            Specification = Plan.Specification,
            Environment = Plan.Environment.Environment,
            MovesClock = address.Value.TestClockUrl is not null,
            IsStrict = Plan.Options.IsStrict,
            IsEmbedded = IsSimulated,
            IsInProcess = Plan.Options.Handler is not null,
            WebhookSecret = () => Target.WebhookSecret,
            Mask = Target.Mask,
        };
        OverRun = new RunJudge(Plan.Cases, Judgement);
        return await TakeUpAsync(cancellationToken) ?? await ProbeAsync(address.Value, cancellationToken);
    }

    private async Task<Refusal?> TakeUpAsync(CancellationToken cancellationToken)
    {
        if (Plan.Options is not { Resumes: true, RecordFolder: { } folder } || !RunRecord.IsIn(folder))
        {
            return null;
        }

        var record = await RunRecord.ReadAsync(folder, cancellationToken);
        var earlier = record.Succeeded ? EarlierRun.Of(record.Value, Plan, Judgement) : record.Refusal;
        Earlier = earlier.Value;
        return earlier.Refusal;
    }

    private Refusal? OpenJournal()
    {
        if (Plan.Options.RecordFolder is not { } folder)
        {
            return null;
        }

        var segment = new RunSegment
        {
            RunId = Run.RunId,
            BaseUrl = Run.BaseUrl,
            StartedAt = Context.Time.GetUtcNow(),
            Host = Context.Host,
        };
        var opening = Earlier is null
            ? RunJournal.Begin(folder, RunManifests.Of(Plan, Judgement) with { Segments = [segment] }, Target.Secrets)
            : RunJournal.Continue(Earlier.Record, segment, Target.Secrets);
        Journal = opening.Value;
        return opening.Refusal;
    }

    private async Task<Refusal?> ProbeAsync(ExecutionOptions execution, CancellationToken cancellationToken)
    {
        Run = Describe(execution);
        var obstacle = await Target.ProbeAsync(cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (obstacle is not null)
        {
            return new Refusal(RefusalKind.Unreachable, obstacle.Reason);
        }

        await Target.PrepareAsync(Remaining, cancellationToken);
        return null;
    }

    private bool IsSimulated => Plan.Options.BaseUrl is null && Plan.Options.Handler is null;

    private async Task<Refusal?> OpenReportsAsync(CancellationToken cancellationToken)
    {
        var options = new ReportOptions
        {
            Folder = Plan.Options.OutputFolder,
            Mask = Target.Mask,
            Files = new GuardedFiles(Target.Secrets.Known),
            Variables = Context.Variables,
            Host = Context.Host,
            Output = Context.Output,
        };
        switch (ReportSet.Create(Plan.Options.Reports, options))
        {
            case ReportSelection.Accepted accepted:
                Reports = accepted.Reports;
                break;
            case ReportSelection.Refused refused:
                return Refusal.Configuration(refused.Message);
        }

        var problems = await Reports!.StartAsync(Run, cancellationToken);
        return problems is [var first, ..] ? Refusal.Configuration(first.ToString()) : null;
    }

    private RunDescription Describe(ExecutionOptions execution)
    {
        return new RunDescription
        {
            Specification = Plan.Specification,
            BaseUrl = execution.BaseUrl,
            Environment = Plan.Environment.Environment?.Name.Value ?? (IsSimulated ? "simulator" : "none"),
            IsSimulated = IsSimulated,
            Seed = Plan.Options.Seed,
            Filter = Plan.Options.Filter,
            Profile = Plan.Profile == ProfileSelection.Full ? null : Plan.Profile.Name,
            ToolVersion = ToolVersion.Current,
            StartedAt = Earlier?.StartedAt ?? Context.Time.GetUtcNow(),
            RunId = Target.RunId.ToString(),
        };
    }
}
