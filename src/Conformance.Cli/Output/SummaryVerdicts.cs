using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Documents;
using Conformance.Specification.Model;

namespace Conformance.Cli.Output;

/// <summary>Reads the verdicts out of a run's <c>summary.json</c>.</summary>
internal static class SummaryVerdicts
{
    // The verdict on a requirement is that of its worst case.
    private static readonly ImmutableArray<string> Worst = ["failed", "error", "inconclusive", "skipped", "passed"];

    /// <summary>The verdicts; refused when the file is no summary, or one of another specification.</summary>
    public static Attempt<RunVerdicts> Read(string file, IntegrationSpecification contract)
    {
        try
        {
            using var summary = JsonDocument.Parse(File.ReadAllBytes(file));
            return Read(summary.RootElement, file, contract);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refusal.Configuration($"The summary '{file}' cannot be read: {e.Message}");
        }
        catch (Exception e)
            when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return NoSummary(file);
        }
    }

    private static Attempt<RunVerdicts> Read(JsonElement summary, string file, IntegrationSpecification contract)
    {
        if (summary.GetProperty("format").GetString() is not "conformance-summary")
        {
            return NoSummary(file);
        }

        var run = summary.GetProperty("run");
        if (run.GetProperty("specification").GetProperty("sha256").GetString() != contract.Digest)
        {
            return Refusal.Configuration(
                $"The summary '{file}' is of another specification, or of another version of this one.",
                "Run the suite again, and pass its summary.json."
            );
        }

        var started = run.GetProperty("startedAt").GetDateTimeOffset();
        var target = run.GetProperty("simulated").GetBoolean() ? "simulator" : run.GetProperty("baseUrl").GetString()!;
        return new RunVerdicts(
            target,
            started.AddMilliseconds(summary.GetProperty("durationMs").GetDouble()),
            [
                .. summary
                    .GetProperty("cases")
                    .EnumerateArray()
                    .GroupBy(c => c.GetProperty("requirement").GetProperty("id").GetString()!)
                    .Select(g => new RequirementVerdict(
                        g.Key,
                        g.Select(Operation).FirstOrDefault(o => o is not null),
                        g.Select(c => c.GetProperty("verdict").GetString()!).MinBy(v => Worst.IndexOf(v))!,
                        g.Count()
                    )),
            ]
        );
    }

    private static string? Operation(JsonElement testCase) =>
        testCase.TryGetProperty("endpoint", out var endpoint) && endpoint.ValueKind is JsonValueKind.String
            ? endpoint.GetString()
            : null;

    private static Refusal NoSummary(string file) =>
        Refusal.Configuration($"'{file}' is no summary of a run.", "Pass the summary.json that a run wrote.");
}
