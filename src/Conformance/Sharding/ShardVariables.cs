using System.Collections.Immutable;

namespace Conformance.Sharding;

/// <summary>What build servers say of the parallel jobs that they start.</summary>
internal static class ShardVariables
{
    private static readonly ImmutableArray<Convention> Known =
    [
        new("GitLab", "CI_NODE_INDEX", "CI_NODE_TOTAL", First: 1),
        new("CircleCI", "CIRCLE_NODE_INDEX", "CIRCLE_NODE_TOTAL", First: 0),
        new("Buildkite", "BUILDKITE_PARALLEL_JOB", "BUILDKITE_PARALLEL_JOB_COUNT", First: 0),
        new("Azure Pipelines", "SYSTEM_JOBPOSITIONINPHASE", "SYSTEM_TOTALJOBSINPHASE", First: 1),
        new("Semaphore", "SEMAPHORE_JOB_INDEX", "SEMAPHORE_JOB_COUNT", First: 1),
        new("Bitbucket", "BITBUCKET_PARALLEL_STEP", "BITBUCKET_PARALLEL_STEP_COUNT", First: 0),
        // An Indexed Job does not tell its number of completions.
        new("Kubernetes", "JOB_COMPLETION_INDEX", null, First: 0),
    ];

    /// <summary>The part that this job is.</summary>
    /// <param name="given">How many parts there are, if the user says so.</param>
    /// <param name="variables">The process environment.</param>
    public static Attempt<Shard> Find(int? given, IReadOnlyDictionary<string, string> variables)
    {
        var named = Known.FirstOrDefault(c => Value(c.Index) is not null);
        if (named is null)
        {
            return Refusal.Configuration(
                "--shard auto: this is none of the parallel jobs of a build server that is known.",
                $"Known are {string.Join(", ", Known.Select(c => $"{c.Name} ({c.Index})"))}; elsewhere say which part this is, 2/4."
            );
        }

        var total = given ?? (named.Total is null ? null : Value(named.Total));
        if (total is null)
        {
            return Refusal.Configuration(
                $"--shard auto: {named.Name} tells which part this is ({named.Index}), but not how many there are.",
                "Say how many: --shard auto/4."
            );
        }

        return Shard.Make(Value(named.Index)!.Value - named.First + 1, total.Value, $"{named.Name} ({named.Index})");

        int? Value(string name) => variables.TryGetValue(name, out var text) ? Shard.NumberIn(text) : null;
    }

    private sealed record Convention(string Name, string Index, string? Total, int First);
}
