using System.Diagnostics;
using System.Globalization;
using System.Text;
using Conformance.Benchmarks.Plots;
using Conformance.Scenarios;
using Conformance.Scenarios.Cases;
using Conformance.Specification;

namespace Conformance.Benchmarks.Scaling;

/// <summary>
/// What loading, linting and compiling cost as a specification grows, and the bounds that are promised. Run with
/// <c>dotnet run -c Release --project tests/Conformance.Benchmarks -- scale</c>.
/// </summary>
internal static class ScalingCurves
{
    private const int ManyEndpoints = 5000;
    private const int ManyCases = 100_000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private sealed record Point(int Size, int Cases, double Load, double Lint, double Compile);

    /// <summary>Measures, writes table and plots into <c>reports/</c>.</summary>
    /// <returns>0 when a specification of 5,000 endpoints is compiled to over 100,000 cases within its bound, else 1.</returns>
    public static int Run()
    {
        // First, while the process is as cold as a user's.
        var many = Measure(ManyEndpoints, ScaledSpecification.WithoutBodies(ManyEndpoints), once: true);
        var withinBound = many.Cases > ManyCases && many.Load + many.Compile < Longest.TotalMilliseconds;
        Point[] endpoints = [.. new[] { 10, 100, 1000 }.Select(n => Measure(n, ScaledSpecification.WithBodies(n)))];
        Point[] fields = [.. new[] { 1, 10, 100 }.Select(n => Measure(n, ScaledSpecification.WithBodies(1, n)))];
        var folder = Path.Combine(Repository.Root, "reports");
        var text = new StringBuilder("# What grows with a specification\n\nRepeat with `dotnet run -c Release --project tests/Conformance.Benchmarks -- scale`.\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n{ManyEndpoints} endpoints to {many.Cases} cases in a cold process: load {many.Load / 1000:0.0} s, compile {many.Compile / 1000:0.0} s (bound for both: {Longest.TotalSeconds} s).\n"
        );
        Append(text, folder, "endpoints", endpoints);
        Append(text, folder, "fields", fields);
        File.WriteAllText(Path.Combine(folder, "scaling.md"), text.ToString());
        Console.WriteLine(text);
        return withinBound ? 0 : 1;
    }

    private static void Append(StringBuilder text, string folder, string size, Point[] points)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {size}\n\n![{size}](scaling-{size}.svg)\n\n");
        text.Append(CultureInfo.InvariantCulture, $"| {size} | cases | load ms | lint ms | compile ms | compile µs a case |\n");
        text.Append("| ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var p in points)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {p.Size} | {p.Cases} | {p.Load:0.0} | {p.Lint:0.0} | {p.Compile:0.0} | {p.Compile * 1000 / p.Cases:0} |\n"
            );
        }

        CurvePlot.Write(
            Path.Combine(folder, $"scaling-{size}.svg"),
            $"Cost by number of {size}",
            size,
            [
                ("load", [.. points.Select(p => ((double)p.Size, p.Load))]),
                ("lint", [.. points.Select(p => ((double)p.Size, p.Lint))]),
                ("compile", [.. points.Select(p => ((double)p.Size, p.Compile))]),
            ]
        );
    }

    private static Point Measure(int size, string text, bool once = false)
    {
        var least = new Point(size, 0, double.MaxValue, double.MaxValue, double.MaxValue);
        // The least of some: what disturbs only ever makes it longer. Small ones are repeated until they are warm.
        for (var (round, watch) = (0, Stopwatch.StartNew()); round < (once ? 1 : 3) || (!once && round < 200 && watch.Elapsed.TotalSeconds < 3); round++)
        {
            var (loaded, load) = Time(() => SpecificationLoader.LoadText("scaled.yaml", text));
            var (_, lint) = once ? (default, 0) : Time(() => Linter.Lint(loaded));
            var (cases, compile) = Time(() => ScenarioCompiler.Compile(loaded.Specification!, new CompilerOptions()));
            least = new(size, cases.Length, Math.Min(least.Load, load), Math.Min(least.Lint, lint), Math.Min(least.Compile, compile));
        }

        return least;
    }

    private static (T Value, double Milliseconds) Time<T>(Func<T> work)
    {
        var watch = Stopwatch.StartNew();
        var value = work();
        return (value, watch.Elapsed.TotalMilliseconds);
    }
}
