using System.Collections.Immutable;
using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Traces;
using Conformance.Execution.Secrets;
using Conformance.Reports;
using Conformance.Reports.Writing;
using Conformance.Simulator;
using Conformance.Specification.Model;
using Conformance.Verdicts.Accounting;
using Conformance.Verdicts.Results;

namespace Conformance.Consumers.Client;

/// <summary>Turns an observation into verdicts, reports and an exit code.</summary>
internal sealed class ObservationReport : IAsyncDisposable
{
    private readonly ReportSet _reports;
    private readonly RunDescription _run;
    private readonly SecretMask _mask;
    private readonly ObserveOptions _options;
    private readonly RunContext _context;
    private readonly long _startedAt;

    private ObservationReport(
        ReportSet reports,
        RunDescription run,
        SecretMask mask,
        ObserveOptions options,
        RunContext context
    )
    {
        (_reports, _run, _mask, _options, _context) = (reports, run, mask, options, context);
        _startedAt = context.Time.GetTimestamp();
    }

    /// <summary>Opens the reports; refused when one cannot be written.</summary>
    public static async Task<Attempt<ObservationReport>> OpenAsync(
        IntegrationSpecification specification,
        ObserveOptions options,
        RunContext context,
        CancellationToken cancellationToken
    )
    {
        var mask = MaskOf(KnownSecrets.Of(specification, context.Variables));
        var reporting = new ReportOptions
        {
            Folder = options.OutputFolder,
            Mask = mask.Apply,
            Files = new GuardedFiles(mask.Known),
            Variables = context.Variables,
            Host = context.Host,
            Output = context.Output,
        };
        var selection = ReportSet.Create(options.Reports, reporting);
        if (selection is not ReportSelection.Accepted { Reports: { } reports })
        {
            return Refusal.Configuration(((ReportSelection.Refused)selection).Message);
        }

        var run = new RunDescription
        {
            Specification = specification,
            BaseUrl = new Uri("http://127.0.0.1"),
            Environment = "consumer",
            Subject = RunSubject.Client,
            Seed = 1,
            ToolVersion = ToolVersion.Current,
            StartedAt = context.Time.GetUtcNow(),
            RunId = Guid.NewGuid().ToString(),
        };
        var problems = await reports.StartAsync(run, cancellationToken);
        if (problems is [var first, ..])
        {
            await reports.DisposeAsync();
            return Refusal.Configuration(first.ToString());
        }

        return new ObservationReport(reports, run, mask, options, context);
    }

    /// <summary>Judges, reports and decides.</summary>
    public async Task<Certification> CompleteAsync(
        Observation observation,
        ImmutableArray<ClientCase> cases,
        bool wasInterrupted
    )
    {
        foreach (var secret in observation.Calls.SelectMany(c => c.Arrival.Credentials))
        {
            _mask.AddIssued("a credential of the client", secret);
        }

        foreach (var token in observation.Traces.SelectMany(t => IssuedToken.In(t)))
        {
            _mask.AddIssued("a token of the simulator", token.Text);
        }

        var judge = new ClientJudge(observation, _mask, _options.IsStrict, Repeat);
        ImmutableArray<CaseResult> results = [.. cases.Select(judge.Judge)];
        foreach (var result in results)
        {
            await _reports.CaseFinishedAsync(result, CancellationToken.None);
        }

        var run = new RunResult
        {
            Run = _run,
            Cases = results,
            Duration = _context.Time.GetElapsedTime(_startedAt),
            Requests = observation.Calls.Count(),
            WasInterrupted = wasInterrupted,
            Notes = [.. observation.Traces.Select((t, i) => Note(t, i == 0)).OfType<string>().Select(_mask.Apply)],
        };
        var gate = new GatePolicy { AllowedInconclusive = _options.AllowedInconclusive };
        var decision = gate.Decide([.. cases.Select(c => c.Id)], run);
        run = run with { ExitCode = decision.ExitCode, ExitReason = decision.Reason };
        var written = await _reports.FinishAsync(run, CancellationToken.None);
        return new Certification(run, RunGate.Narrow(decision, [], written), written);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _reports.DisposeAsync();

    // A client may well fail in a script; in ordinary traffic it should not, and what it said explains what is missing.
    private static string? Note(ScriptTrace trace, bool isOrdinary)
    {
        var last = trace.End is { LastLines: [.., var line] } ? $"; it wrote last: {line}" : "";
        return trace.End switch
        {
            { ExitCode: null } => $"Script {trace.Script}: {trace.EndText}, after {trace.Calls.Length} requests{last}",
            { ExitCode: not 0 } when isOrdinary =>
                $"Ordinary traffic: {trace.EndText} after {trace.Calls.Length} requests{last}",
            _ => null,
        };
    }

    private string Repeat(string script)
    {
        var command = _options.Command.IsEmpty ? "" : $" -- {string.Join(' ', _options.Command.Select(Quoted))}";
        return $"conformance observe {Quoted(_options.Specification)} --script {script}{command}";
    }

    private static string Quoted(string word) => word.Contains(' ', StringComparison.Ordinal) ? $"'{word}'" : word;

    private static SecretMask MaskOf(KnownSecrets secrets)
    {
        var mask = new SecretMask(secrets);
        var known = SimulatorCredentials.Default;
        foreach (var secret in (string[])[known.ClientSecret, known.ApiKey, known.BearerToken])
        {
            mask.Add("a simulated credential", secret);
        }

        return mask;
    }
}
