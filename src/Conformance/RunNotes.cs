using System.Globalization;

namespace Conformance;

/// <summary>What should be known of a run beside its verdicts.</summary>
internal static class RunNotes
{
    /// <summary>The notes that follow from the plan.</summary>
    public static IEnumerable<string> Of(ConformancePlan plan)
    {
        if (plan.NotSelected > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{plan.Cases.Length + plan.InOtherShards} of {plan.Cases.Length + plan.InOtherShards + plan.NotSelected} cases were selected by '{plan.Options.Filter}'."
            );
        }

        if (plan.Options.Shard is { } shard)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"This is part {shard} of the run: {plan.InOtherShards} cases are carried out by the others; conformance merge joins them."
            );
        }

        if (plan.Environment is { Environment: { } environment, Reason: { } reason })
        {
            yield return $"The target is taken for the environment '{environment.Name}': {reason}.";
        }
    }
}
