using Conformance.Execution.Secrets;
using Conformance.Records;
using Conformance.Reports;
using Conformance.Reports.Formats;
using Conformance.Reports.Writing;
using Conformance.Specification;
using Conformance.Verdicts;

namespace Conformance.Rehearsing;

/// <summary>
/// Plays a very small contract through, in memory, while the user's own is read and compiled. The first use of everything
/// costs .NET more than all the rest of a short run, and the beginning of a run keeps one processor busy only: the other
/// one makes ready what comes last, so the contract is one that takes next to nothing to compile. Nothing is written or
/// sent anywhere, nothing waits for it, and nothing depends on how it goes.
/// </summary>
internal static class Rehearsal
{
    private const string Name = "rehearsal.yaml";

    private const string Contract = """
        info: { title: "Rehearsal", version: "1.0.0" }
        error_format:
          content_type: application/json
          schema: { error_code: "string (required)", message: "string (required)" }
        data_models:
          Thing:
            type: object
            required: [name, email, amount]
            properties:
              name: { type: string, minLength: 1, maxLength: 100 }
              email: { type: string, format: email }
              code: { type: string, pattern: "^[A-Z]{3}-[0-9]{4}$" }
              amount: { type: integer, minimum: 1, maximum: 1000 }
              kind: { type: string, enum: [small, large] }
              tags: { type: array, maxItems: 3, items: { type: string } }
        endpoints:
          - operation_id: list-things
            method: GET
            path: /things
            security: { public: true }
            description: "Tells something about a thing"
            responses:
              200: { description: "Done", schema: { $ref: Thing } }
        """;

    /// <summary>Plays it.</summary>
    /// <param name="observer">Hears of it what the observer of a run hears.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What it came to; null when it broke off.</returns>
    public static async Task<CompletedRun?> PlayAsync(IRunObserver? observer, CancellationToken cancellationToken)
    {
        try
        {
            using var stage = new SocketsHttpHandler { ConnectCallback = (_, _) => new(new CannedAnswer()) };
            var options = new RunOptions
            {
                Specification = Name,
                Loaded = SpecificationLoader.LoadText(Name, Contract, cancellationToken),
                Handler = stage,
                Filter = "kind=happy_path",
                Reports = "none",
                Shrinks = false,
            };
            var context = new RunContext { Observer = observer };
            var run = await ConformanceRun.RunAsync(options, new OneByOne(), context, cancellationToken);
            if (run.Value is { } complete)
            {
                WriteDown(complete);
            }

            return run.Value;
        }
#pragma warning disable CA1031 // Whatever went wrong goes wrong again where it matters, and is told there.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    // What is in files at the end of a run, without the files.
    private static void WriteDown(CompletedRun run)
    {
        var mask = new SecretMask();
        var forms = new CaseForms(mask);
        foreach (var (order, result) in run.Result.Cases.Index())
        {
            RecordJson.BytesOf(new RecordLine { Case = forms.Of(result, 0, order) });
        }

        RunJournal.BytesOf(RunManifests.Of(run.Plan, new JudgeContext { Specification = run.Plan.Specification }));
        var options = new ReportOptions
        {
            Folder = ReportOptions.DefaultFolder,
            Mask = mask.Apply,
            Files = new GuardedFiles(mask.Known),
        };
        foreach (var report in new SingleFileReport[] { new JUnitXml(options), new SummaryJson(options) })
        {
            report.Rendered(run.Result);
        }
    }

    private sealed class OneByOne : ICaseRunner
    {
        public async Task<IReadOnlyList<string>> RunAsync(
            ConformanceSession session,
            CancellationToken cancellationToken
        )
        {
            foreach (var contractCase in session.Cases)
            {
                await session.RunCaseAsync(contractCase, cancellationToken);
            }

            return [];
        }
    }
}
