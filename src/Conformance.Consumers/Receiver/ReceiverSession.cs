using System.Collections.Immutable;
using System.Globalization;
using Conformance.Consumers.Receiver.Carrying;
using Conformance.Consumers.Receiver.Cases;
using Conformance.Consumers.Receiver.Effects;
using Conformance.Consumers.Receiver.Judging;
using Conformance.Execution;
using Conformance.Execution.Http;
using Conformance.Execution.Recording;
using Conformance.Execution.Secrets;
using Conformance.Reports;
using Conformance.Reports.Writing;
using Conformance.Verdicts;
using Conformance.Verdicts.Accounting;
using Conformance.Verdicts.Results;

namespace Conformance.Consumers.Receiver;

/// <summary>A certification of a receiver that is there.</summary>
internal sealed class ReceiverSession : IAsyncDisposable
{
    // Enough to see that an answer came too late.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan UsualTimeout = TimeSpan.FromSeconds(30);

    private readonly ReceiverPlan plan;
    private readonly TimeProvider time;
    private readonly PlainSender sender;
    private readonly SecretMask mask;
    private readonly AnswerLimits limits;
    private readonly long startedAt;
    private readonly List<CaseResult> results = [];
    private ReportSet? reports;
    private EffectWatch? watch;

    private ReceiverSession(ReceiverPlan plan, TimeProvider time, SecretMask mask, PlainSender sender)
    {
        (this.plan, this.time, this.mask, this.sender) = (plan, time, mask, sender);
        limits = new AnswerLimits(plan.Webhooks.Retry?.SuccessTimeout);
        startedAt = time.GetTimestamp();
        Run = new RunDescription
        {
            Specification = plan.Specification,
            Subject = RunSubject.Receiver,
            BaseUrl = plan.Options.Url,
            Environment = "receiver",
            Seed = plan.Options.Seed,
            ToolVersion = ToolVersion.Current,
            StartedAt = time.GetUtcNow(),
            RunId = Guid.NewGuid().ToString(),
        };
    }

    /// <summary>The head of every report.</summary>
    public RunDescription Run { get; }

    /// <summary>The selected cases, in order.</summary>
    public ImmutableArray<ReceiverCase> Cases { get; private set; } = [];

    /// <summary>What should be known beside the verdicts.</summary>
    public ImmutableArray<string> Notes { get; private set; } = [];

    /// <summary>Looks for the receiver and the probe, selects the cases, and prepares the reports.</summary>
    /// <exception cref="TargetConfigurationException">An address must not be used.</exception>
    public static async Task<Attempt<ReceiverSession>> OpenAsync(
        ReceiverPlan plan,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var mask = new SecretMask(KnownSecrets.Of(plan.Specification, plan.Options.Variables));
        mask.Add("the webhook secret", plan.Secret);
        foreach (var secret in UrlSecrets.In(plan.Options.Probe).Concat(UrlSecrets.In(plan.Options.Url.OriginalString)))
        {
            mask.Add("the query of --probe or --url", secret);
        }

        var sender = new PlainSender(ExecutionOf(plan), mask, time);
        var session = new ReceiverSession(plan, time, mask, sender);
        try
        {
            var refusal = await session.PrepareAsync(cancellationToken);
            if (refusal is null)
            {
                return session;
            }

            await session.DisposeAsync();
            return refusal;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>Carries one case out and judges it. A defect of ours makes it an error, and ends nothing.</summary>
    public async Task<CaseResult> RunAsync(ReceiverCase of, CancellationToken cancellationToken)
    {
        try
        {
            var runner = new ReceiverCaseRunner(plan.Signing, plan.Maker, sender, watch, limits, time);
            var record = await runner.RunAsync(of, cancellationToken);
            return new ReceiverJudge(limits, plan.Options.IsStrict).Judge(record);
        }
#pragma warning disable CA1031 // Whatever broke is our defect: it must show as an error of this case, not end the run.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return CaseJudge.Broken(of.Case, mask.Apply($"A defect of this tool: {e.GetType().Name}: {e.Message}"));
        }
    }

    /// <summary>Hands one finished case to the reports.</summary>
    public async Task RecordAsync(CaseResult result)
    {
        results.Add(result);
        await reports!.CaseFinishedAsync(result, CancellationToken.None);
    }

    /// <summary>Counts the cases, decides the gate and completes the reports.</summary>
    public async Task<Certification> CompleteAsync(bool wasInterrupted)
    {
        var result = new RunResult
        {
            Run = Run,
            Cases = [.. results],
            Duration = time.GetElapsedTime(startedAt),
            Requests = sender.Sent,
            WasInterrupted = wasInterrupted,
            Notes = Notes,
        };
        var policy = new GatePolicy { AllowedInconclusive = plan.Options.AllowedInconclusive };
        var decision = policy.Decide([.. Cases.Select(c => c.Case.Id)], result);
        result = result with { ExitCode = decision.ExitCode, ExitReason = decision.Reason };
        var written = await reports!.FinishAsync(result, CancellationToken.None);
        return new(result, RunGate.Narrow(decision, [], written), written);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (reports is not null)
        {
            await reports.DisposeAsync();
        }

        sender.Dispose();
    }

    private static ExecutionOptions ExecutionOf(ReceiverPlan plan) =>
        new()
        {
            BaseUrl = plan.Options.Url,
            RequestTimeout =
                plan.Options.RequestTimeout
                ?? (plan.Webhooks.Retry?.SuccessTimeout is { } limit ? limit + Grace : UsualTimeout),
            AllowInsecure = plan.Options.AllowInsecure,
            CertificateAuthorityFile = plan.Options.CertificateAuthorityFile,
        };

    private async Task<Refusal?> PrepareAsync(CancellationToken cancellationToken)
    {
        var approach = new ReceiverApproach(plan, sender);
        var (endpoint, refusal) = await approach.LookForEndpointAsync(cancellationToken);
        if (endpoint is null)
        {
            return refusal;
        }

        if (plan.Options.Probe is { } template)
        {
            var probe = new EffectProbe(template, plan.Options.ProbeField, sender);
            if (await approach.LookForProbeAsync(probe, cancellationToken) is { } unusable)
            {
                return unusable;
            }

            watch = new EffectWatch(probe, plan.Options.Settle, time);
        }

        var margin = ClockMargin.Of(plan.Options.Url, endpoint);
        Notes = [.. NotesOf(margin)];
        return Select(margin) ?? await OpenReportsAsync(cancellationToken);
    }

    private Refusal? Select(TimeSpan margin)
    {
        var all = plan.Cases(margin);
        var selection = CaseSelection.Of([.. all.Select(c => c.Case)], plan.Options.Filter);
        if (!selection.Succeeded)
        {
            return selection.Refusal;
        }

        var chosen = selection.Value.Cases.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        Cases = [.. all.Where(c => chosen.Contains(c.Case.Id))];
        return null;
    }

    private async Task<Refusal?> OpenReportsAsync(CancellationToken cancellationToken)
    {
        var options = new ReportOptions
        {
            Folder = plan.Options.OutputFolder,
            Mask = mask.Apply,
            Files = new GuardedFiles(mask.Known),
            Variables = plan.Options.Variables,
            Host = plan.Options.Host,
            Output = plan.Options.Output,
        };
        switch (ReportSet.Create(plan.Options.Reports, options))
        {
            case ReportSelection.Accepted accepted:
                reports = accepted.Reports;
                break;
            case ReportSelection.Refused refused:
                return Refusal.Configuration(refused.Message);
        }

        var problems = await reports!.StartAsync(Run, cancellationToken);
        return problems is [var first, ..] ? Refusal.Configuration(first.ToString()) : null;
    }

    private IEnumerable<string> NotesOf(TimeSpan margin)
    {
        if (watch is null)
        {
            yield return "Effects were not observed: there is no --probe. Only answers were judged.";
        }

        if (plan.Signing.Scheme is null)
        {
            yield return "The specification declares no webhooks.security: nothing about signatures and timestamps was tested.";
        }
        else if (plan.Signing.Scheme is { HasTimestamp: false })
        {
            yield return "The scheme has no timestamp: a captured delivery stays valid for ever, and nothing about its age was tested.";
        }
        else if (
            plan.Webhooks.Security is
            { Scheme: Specification.Model.WebhookScheme.Declared, TimestampFormat: null } security
        )
        {
            yield return $"{security.TimestampHeader!.Location}: the specification does not say how timestamps are written; Unix seconds were assumed.";
        }

        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"Not observable from outside: whether signatures are compared in constant time (WHR-14). Timestamps were tested {margin.TotalSeconds:0.#} s from the bound."
        );
    }
}
