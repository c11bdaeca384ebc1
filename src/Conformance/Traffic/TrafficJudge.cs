using System.Collections.Immutable;
using Conformance.Execution.Secrets;
using Conformance.Specification.Model;
using Conformance.Verdicts;
using Conformance.Verdicts.Accounting;
using Conformance.Verdicts.Results;

namespace Conformance.Traffic;

/// <summary>Judges one exchange after the other by what holds for every answer, and keeps the account. Not thread-safe.</summary>
internal sealed class TrafficJudge
{
    private const int MostCalls = 100;
    private const string OtherCalls = "Any other call";

    private readonly IntegrationSpecification specification;
    private readonly OperationFinder finder;
    private readonly TrafficSecrets secrets;
    private readonly RecordedCases cases;
    private readonly JudgeContext judging;
    private readonly TimeProvider time;
    private readonly DateTimeOffset startedAt;
    private readonly TrafficTally tally;
    private readonly OrderedDictionary<string, (int Times, int First)> undeclared = new(StringComparer.Ordinal);
    private int elsewhere;

    /// <summary>Nothing was judged yet.</summary>
    /// <param name="specification">What is judged by.</param>
    /// <param name="bases">Where the API answers.</param>
    /// <param name="isStrict">Whether SHOULD requirements, drafts and proposals fail as well.</param>
    /// <param name="time">The clock.</param>
    /// <param name="mostOfACause">How many results of one cause are kept; null for all results.</param>
    public TrafficJudge(
        IntegrationSpecification specification,
        ImmutableArray<Uri> bases,
        bool isStrict,
        TimeProvider time,
        int? mostOfACause = null
    )
    {
        tally = new(mostOfACause);
        Mask = new SecretMask(new KnownSecrets(specification));
        this.specification = specification;
        this.time = time;
        startedAt = time.GetUtcNow();
        finder = new(specification, bases);
        secrets = new(Mask, specification);
        cases = new(Mask);
        judging = new JudgeContext
        {
            Specification = specification,
            IsStrict = isStrict,
            Mask = Mask.Apply,
        };
    }

    /// <summary>Every secret that was seen so far.</summary>
    public SecretMask Mask { get; }

    /// <summary>How many exchanges there were.</summary>
    public int Seen { get; private set; }

    /// <summary>How many of them went to the API.</summary>
    public int Ours => Seen - elsewhere;

    /// <summary>Judges the next exchange.</summary>
    public JudgedExchange Judge(HarEntry entry)
    {
        Seen++;
        var request = entry.Request;
        if (!Uri.TryCreate(request.Url, UriKind.Absolute, out var url) || !finder.IsOurs(url))
        {
            elsewhere++;
            return new(Seen, request.Method, Mask.Apply(request.Url), entry.Response.Status, null);
        }

        secrets.Learn(entry);
        var path = Mask.Apply(url.AbsolutePath);
        if (finder.Find(request.Method, url) is not { } endpoint)
        {
            var call = $"{request.Method} {path}";
            call = undeclared.Count < MostCalls || undeclared.ContainsKey(call) ? call : OtherCalls;
            var (times, first) = undeclared.GetValueOrDefault(call, (0, Seen));
            undeclared[call] = (times + 1, first);
            return new(Seen, request.Method, path, entry.Response.Status, null);
        }

        var result = CaseJudge.Judge(cases.Of(entry, Seen, endpoint), judging);
        tally.Add(result);
        return new(Seen, request.Method, path, entry.Response.Status, result);
    }

    /// <summary>The judged exchanges that are kept.</summary>
    public ImmutableArray<CaseResult> Results => tally.Kept;

    /// <summary>All judged exchanges by operation and verdict.</summary>
    public ImmutableArray<OperationCount> Counts => tally.Counts;

    /// <summary>What was judged, as reports want to know it.</summary>
    public RunDescription Describe(Uri baseUrl) =>
        new()
        {
            Specification = specification,
            BaseUrl = baseUrl,
            Environment = "recorded",
            Seed = 1,
            ToolVersion = ToolVersion.Current,
            StartedAt = startedAt,
            RunId = Guid.NewGuid().ToString(),
        };

    /// <summary>The account.</summary>
    /// <param name="run">What was judged.</param>
    /// <param name="allowedInconclusive">Greatest number of exchanges that could not be judged; null for any number.</param>
    public (RunResult Result, GateDecision Gate) Decide(RunDescription run, int? allowedInconclusive)
    {
        var finished = new RunResult
        {
            Run = run,
            Cases = Results,
            Duration = tally.Duration,
            Requests = tally.Judged,
            Notes = [.. Notes()],
        };
        var decision = new GatePolicy { AllowedInconclusive = allowedInconclusive }.Decide(tally.Account, finished);
        return (finished with { ExitCode = decision.ExitCode }, decision);
    }

    private IEnumerable<string> Notes()
    {
        if (tally.NotKept > 0)
        {
            yield return $"{tally.NotKept} more exchanges did not pass, for causes that are told above; each is in the archive.";
        }

        if (elsewhere > 0)
        {
            yield return $"{elsewhere} requests go to other servers, and were not judged.";
        }

        foreach (var (call, (times, first)) in undeclared)
        {
            yield return finder.PurposeOf(call) is { } purpose
                ? $"{call} is {purpose} ({times} x, first entry {first}); not judged."
                : $"{call} is no operation that the specification declares ({times} x, first entry {first}); not judged.";
        }
    }
}
