using System.Text.Json;
using System.Text.Json.Serialization;
using Conformance.Comparing;

namespace Conformance.Cli.Output;

/// <summary>A comparison of runs for programs.</summary>
internal static class ComparisonJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The comparison as JSON.</summary>
    public static string Of(RunComparison comparison) =>
        JsonSerializer.Serialize(
            new
            {
                Format = "conformance-comparison",
                Version = 1,
                Before = Head(comparison.Before),
                After = Head(comparison.After),
                TwoTargets = comparison.IsOfTwoTargets,
                OneSpecification = comparison.IsOfOneSpecification,
                OtherCases = comparison.IsOfOtherCases,
                comparison.NotCompared,
                comparison.NewlyFailing,
                comparison.Fixed,
                comparison.NoLongerDecided,
                comparison.Differences,
                comparison.Slower,
                Coverage = new
                {
                    Before = comparison.Before.Requirements,
                    After = comparison.After.Requirements,
                    Lost = comparison.RequirementsLost,
                    Gained = comparison.RequirementsGained,
                },
            },
            Options
        );

    private static object Head(SummarizedRun run) =>
        new
        {
            run.Run.StartedAt,
            run.Run.Environment,
            run.Run.BaseUrl,
            run.Run.Specification.Version,
            run.Run.Specification.Sha256,
        };
}
