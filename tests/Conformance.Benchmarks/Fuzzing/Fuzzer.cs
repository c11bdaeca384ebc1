using System.Diagnostics;
using System.Runtime;

namespace Conformance.Benchmarks.Fuzzing;

/// <summary>
/// Tries a reader with mutated files. What shows something new is kept and mutated further: a kind of finding in a place
/// where there was none, or, when <paramref name="usesCoverage"/>, a method that never ran before (its first run compiles it, which the
/// runtime counts).
/// </summary>
/// <param name="target">The reader.</param>
/// <param name="seed">Decides every input.</param>
/// <param name="folder">Where inputs are written, each over the one before: after a crash the culprit is there.</param>
/// <param name="usesCoverage">Whether methods count. What ran before in the process decides them, so two runs are alike only without.</param>
internal sealed class Fuzzer(FuzzTarget target, int seed, string folder, bool usesCoverage)
{
    private const int MostKeptBytes = 48_000;
    private const long MostAllocatedBytes = 4_000_000_000;
    private static readonly TimeSpan MostProcessorTime = TimeSpan.FromSeconds(2);

    private readonly Random random = new(seed);
    private readonly List<byte[]> corpus = [];
    private readonly HashSet<string> behaviours = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FuzzFinding> findings = new(StringComparer.Ordinal);

    /// <summary>The reader.</summary>
    public FuzzTarget Target => target;

    /// <summary>Inputs tried.</summary>
    public int Inputs { get; private set; }

    /// <summary>Inputs that are mutated further.</summary>
    public int Kept => corpus.Count;

    /// <summary>Different things that were seen.</summary>
    public int Behaviours => behaviours.Count;

    /// <summary>Methods that ran for the first time.</summary>
    public long Methods { get; private set; }

    /// <summary>Processor time of all inputs.</summary>
    public TimeSpan Time { get; private set; }

    /// <summary>One finding for each kind.</summary>
    public IReadOnlyCollection<FuzzFinding> Findings => findings.Values;

    /// <summary>Where the input stands while it is read.</summary>
    public string Current => Path.Combine(folder, $"current-{target.Name}{target.Extension}");

    /// <summary>Tries the honest files.</summary>
    public void Begin()
    {
        foreach (var file in target.Seeds)
        {
            var input = File.ReadAllBytes(file);
            Try(input);
            corpus.Add(input);
        }
    }

    /// <summary>Tries one more input.</summary>
    /// <returns>What is wrong with it for the first time; null when nothing is.</returns>
    public FuzzFinding? Step()
    {
        var mutations = new Mutations(random);
        var input = mutations.Of(Choose(), Choose());
        var (isNew, finding) = Try(input);
        if (isNew && input.Length <= MostKeptBytes)
        {
            corpus.Add(input);
        }

        return finding is not null && findings.TryAdd(finding.Kind, finding) ? finding : null;
    }

    /// <summary>A shorter input with the same finding.</summary>
    public FuzzFinding Shorten(FuzzFinding finding)
    {
        var tries = 200;
        for (var size = Math.Max(1, finding.Input.Length / 2); size >= 1 && tries > 0; size /= 2)
        {
            for (var at = 0; at < finding.Input.Length && tries-- > 0; )
            {
                byte[] shorter =
                [
                    .. finding.Input[..at],
                    .. finding.Input[Math.Min(finding.Input.Length, at + size)..],
                ];
                if (Try(shorter).Finding is { } same && same.Kind == finding.Kind)
                {
                    finding = same;
                }
                else
                {
                    at += size;
                }
            }
        }

        return finding;
    }

    // Small inputs are tried more often: they are quicker by far, and most mistakes need little.
    private byte[] Choose()
    {
        var (first, second) = (corpus[random.Next(corpus.Count)], corpus[random.Next(corpus.Count)]);
        return first.Length < second.Length || random.Next(8) == 0 ? first : second;
    }

    private (bool IsNew, FuzzFinding? Finding) Try(byte[] input)
    {
        File.WriteAllBytes(Current, input);
        Inputs++;
        var methods = JitInfo.GetCompiledMethodCount(currentThread: true);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var began = Environment.CpuUsage.TotalTime;
        FuzzFinding? finding = null;
        var isNew = false;
        try
        {
            foreach (var behaviour in target.Read(Current))
            {
                isNew |= behaviours.Add(behaviour);
            }
        }
        catch (Exception e)
        {
            finding = new FuzzFinding(target.Name, KindOf(e), e.ToString(), input);
        }

        var time = Environment.CpuUsage.TotalTime - began;
        Time += time;
        methods = JitInfo.GetCompiledMethodCount(currentThread: true) - methods;
        Methods += methods;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        // The compiler's own time is no fault of the input's.
        if (usesCoverage && time > MostProcessorTime && methods < 50)
        {
            finding ??= new(
                target.Name,
                "slow",
                $"{time.TotalSeconds:0.0} s of processor time for {input.Length} bytes",
                input
            );
        }

        if (allocated > MostAllocatedBytes)
        {
            finding ??= new(target.Name, "greedy", $"{allocated / 1_000_000} MB for {input.Length} bytes", input);
        }

        return (isNew || (usesCoverage && methods > 0), finding);
    }

    private static string KindOf(Exception e)
    {
        var frame = new StackTrace(e)
            .GetFrames()
            .Select(f => f.GetMethod())
            .FirstOrDefault(m =>
                m?.DeclaringType?.FullName is { } n && n.StartsWith("Conformance.", StringComparison.Ordinal)
            );
        var what = e is BrokenPromise ? e.Message : e.GetType().Name;
        return $"{what} in {frame?.DeclaringType?.FullName}.{frame?.Name}";
    }
}
