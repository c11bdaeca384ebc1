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
    private const int Megabyte = 1_000_000;
    private const int LongestValidation = 30;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private sealed record Point(int Size, int Cases, double Load, double Lint, double Compile);

    /// <summary>Measures, writes table and plots into <c>reports/speed/</c>.</summary>
    /// <returns>0 when 5,000 endpoints become over 100,000 cases, and a large answer is validated, within their bounds; else 1.</returns>
    public static int Run()
    {
        // First, while the process is as cold as a user's.
        var many = Measure(ManyEndpoints, ScaledSpecification.WithoutBodies(ManyEndpoints), once: true);
        var (schema, body) = ListOfThings.Of(Megabyte);
        var validation = Enumerable.Range(0, 20).Min(_ => Time(() => schema.Validate(body)).Milliseconds);
        var withinBound =
            many.Cases > ManyCases
            && many.Load + many.Compile < Longest.TotalMilliseconds
            && validation < LongestValidation;
        Point[] endpoints = [.. new[] { 10, 100, 1000 }.Select(n => Measure(n, ScaledSpecification.WithBodies(n)))];
        Point[] fields = [.. new[] { 1, 10, 100 }.Select(n => Measure(n, ScaledSpecification.WithBodies(1, n)))];
        var folder = Repository.Results;
        var text = new StringBuilder(
            "# What grows with a specification\n\nRepeat with `dotnet run -c Release --project tests/Conformance.Benchmarks -- scale`.\n"
        );
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n{ManyEndpoints} endpoints to {many.Cases} cases in a cold process: load {many.Load / 1000:0.0} s, compile {many.Compile / 1000:0.0} s (bound for both: {Longest.TotalSeconds} s).\n\nAn answer of {body.Length / 1e6:0.0} MB is held against its schema in {validation:0} ms (bound: {LongestValidation} ms), parsing included.\n"
        );
        Append(text, folder, "endpoints", endpoints);
        Append(text, folder, "fields", fields);
        text.Append(
            "\nEach case about a field has a body with all fields in it, so cases times fields is what is written.\n"
        );
        File.WriteAllText(Path.Combine(folder, "scaling.md"), text.ToString());
        Console.WriteLine(text);
        return withinBound ? 0 : 1;
    }

    private static void Append(StringBuilder text, string folder, string size, Point[] points)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {size}\n\n![{size}](scaling-{size}.svg)\n\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"| {size} | cases | load ms | lint ms | compile ms | compile µs a case |\n"
        );
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
        for (
            var (round, watch) = (0, Stopwatch.StartNew());
            round < (once ? 1 : 3) || (!once && round < 200 && watch.Elapsed.TotalSeconds < 3);
            round++
        )
        {
            var (loaded, load) = Time(() => SpecificationLoader.LoadText("scaled.yaml", text));
            var (_, lint) = once ? (default, 0) : Time(() => Linter.Lint(loaded));
            var (cases, compile) = Time(() => ScenarioCompiler.Compile(loaded.Specification!, new CompilerOptions()));
            least = new(
                size,
                cases.Length,
                Math.Min(least.Load, load),
                Math.Min(least.Lint, lint),
                Math.Min(least.Compile, compile)
            );
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
