using System.Collections.Concurrent;
using System.Text.Json;
using Conformance.Reports.Allure;
using Conformance.Reports.Wording;
using Conformance.Reports.Writing;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Formats;

/// <summary>
/// Results in the format of Allure 2, which Allure 3 reads too: each case is on disk as soon as it is finished, its
/// attachments first, so that a run that is killed leaves a readable folder.
/// </summary>
public sealed class AllureResults : IRunReport
{
    private const string FolderName = "allure-results";
    private readonly ReportOptions options;
    private readonly OutputFolder folder;
    private readonly AllureJsonContext json;
    private readonly BuildServer server;
    private readonly ConcurrentDictionary<string, bool> written = new(StringComparer.Ordinal);
    private AllureTest? test;

    /// <summary>Makes the report.</summary>
    /// <param name="options">Where and how it is written.</param>
    public AllureResults(ReportOptions options)
    {
        this.options = options;
        folder = new OutputFolder(Path.Combine(options.Folder, FolderName), options.Files);
        json = AllureJsonContext.Masking(options.Mask);
        server = BuildServer.Of(options.Variables);
    }

    /// <inheritdoc />
    public string Key => "allure";

    /// <inheritdoc />
    public async ValueTask StartAsync(RunDescription run, CancellationToken cancellationToken)
    {
        test = new(run, options, server, json, new SchemaTexts(run.Specification, options.Mask), new TimelineLanes());
        folder.Prepare(AllureIds.IsOwn);
        var executor = AllureRunFiles.Executor(run, server);
        await WriteAsync("categories.json", Bytes(AllureRunFiles.Categories, json.ImmutableArrayAllureCategory));
        await WriteAsync("executor.json", Bytes(executor, json.AllureExecutor));
        await WriteAsync("environment.properties", AllureRunFiles.Environment(run, options.Mask));

        Task WriteAsync(string name, byte[] content) => folder.WriteAsync(name, content, cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask CaseFinishedAsync(CaseResult result, CancellationToken cancellationToken)
    {
        // Allure takes what started last for the result, and what went before for its retries.
        foreach (var attempt in result.Attempts.Where(a => a.Record?.StartedAt < result.Record?.StartedAt))
        {
            await WriteAsync(Test.Describe(attempt.AsResult(result), attempt.Number), cancellationToken);
        }

        await WriteAsync(Test.Describe(result), cancellationToken);
        written[result.Case.Id] = true;
    }

    private async ValueTask WriteAsync(
        (AllureResult Result, IReadOnlyList<(string File, byte[] Content)> Attachments) described,
        CancellationToken cancellationToken
    )
    {
        foreach (var (file, content) in described.Attachments)
        {
            folder.WriteUnannounced(file, content);
        }

        var resultFile = AllureIds.ResultFile(described.Result.Uuid);
        await folder.WriteAsync(resultFile, Bytes(described.Result, json.AllureResult), cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask<string> FinishAsync(RunResult result, CancellationToken cancellationToken)
    {
        foreach (var missing in result.Cases.Where(c => !written.ContainsKey(c.Case.Id)))
        {
            await CaseFinishedAsync(missing, cancellationToken);
        }

        var lost = result.Cases.Count(c =>
            !folder.Contains(AllureIds.ResultFile(AllureIds.OfExecution(result.Run, c.Case)))
        );
        return lost == 0
            ? folder.FullPath
            : throw new IOException($"{lost} of {result.Cases.Length} results are missing in {folder.FullPath}.");
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private AllureTest Test => test ?? throw new InvalidOperationException("The report was not started.");

    private static byte[] Bytes<T>(T value, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        JsonSerializer.SerializeToUtf8Bytes(value, type);
}
