using System.Collections.Immutable;
using Conformance.Reports;
using Conformance.Tests.Reports;
using Conformance.Tests.Run;
using Conformance.Verdicts.Results;

namespace Conformance.Tests.Hostile;

/// <summary>A whole run, with every report, against a server that misbehaves in some ways.</summary>
/// <param name="Completed">The run.</param>
/// <param name="Heads">Request line and headers of all that was sent.</param>
/// <param name="Written">What is wrong with what was written.</param>
internal sealed record HostileRun(CompletedRun Completed, ImmutableArray<string> Heads, ImmutableArray<string> Written)
{
    /// <summary>Long enough for an answer of a busy machine; every way of the slow takes so long.</summary>
    public static TimeSpan RequestTimeout { get; } = TimeSpan.FromSeconds(1);

    /// <summary>The case that met a way.</summary>
    public CaseResult Met(int way) =>
        Completed.Result.Cases.Single(c => c.Case.Id.StartsWith($"way-{way}/", StringComparison.Ordinal));

    /// <summary>The cases that met none.</summary>
    public IEnumerable<CaseResult> Calm =>
        Completed.Result.Cases.Where(c => c.Case.Id.StartsWith("calm-", StringComparison.Ordinal));

    public static async Task<HostileRun> AgainstAsync(IReadOnlyList<HostileWay> ways)
    {
        using var folder = new TemporaryFolder();
        await using var server = HostileServer.Start(ways);
        var options = new RunOptions
        {
            Specification = "hostile.yaml",
            Loaded = HostileContract.Of(ways),
            BaseUrl = server.Url,
            TokenUrl = new Uri(server.Url, "/token"),
            Filter = "id=*/valid-request",
            Configuration = ImmutableDictionary<string, string>
                .Empty.Add("CLIENT_ID", "client-1")
                .Add("CLIENT_SECRET", "hostile-secret-1"),
            RequestTimeout = ways[0].Place is Place.Handshake ? RequestTimeout * 3 : RequestTimeout,
            CaseTimeout = RequestTimeout * 4,
            MaxWait = TimeSpan.FromMilliseconds(300),
            CertificateAuthorityFile = server.Authority,
            Reports = string.Join(',', ReportSet.Keys),
            OutputFolder = folder.Path,
            RecordFolder = folder.File("record"),
        };
        var run = await ConformanceRun.RunAsync(
            options,
            new SequentialRunner(),
            new RunContext(),
            CancellationToken.None
        );
        return run.Succeeded
            ? new HostileRun(run.Value, [.. server.Heads], [.. WrittenText.ProblemsIn(folder.Path)])
            : throw new InvalidOperationException(run.Refusal.Message);
    }
}
