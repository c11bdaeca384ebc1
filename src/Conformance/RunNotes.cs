using System.Globalization;
using Conformance.Execution.Secrets;

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
                $"{plan.Cases.Length + plan.InOtherShards} of {plan.Cases.Length + plan.InOtherShards + plan.NotSelected} cases were selected by {By(plan)}."
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

    /// <summary>Which secrets could not be looked for in what was written.</summary>
    public static IEnumerable<string> OfSecrets(KnownSecrets secrets) =>
        secrets.NotSearched.Select(s => $"What is written is not searched for a secret: {s}.");

    private static string By(ConformancePlan plan) =>
        string.Join(
            " and ",
            new[]
            {
                plan.Options.Gate.Profile is null ? null : $"the profile '{plan.Profile.Name}'",
                plan.Options.PlannedIds is null ? null : "the test plan of Allure",
                plan.Options.Filter is { } filter ? $"'{filter}'" : null,
            }.OfType<string>()
        );
}
