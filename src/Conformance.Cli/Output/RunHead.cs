using System.Globalization;
using Conformance.Settings;

namespace Conformance.Cli.Output;

/// <summary>Says what is about to be run against what, and what it can cost the target, before the first case.</summary>
internal static class RunHead
{
    /// <summary>Writes the head.</summary>
    public static void Write(Screen screen, ConformanceSession session)
    {
        var plan = session.Plan;
        var info = plan.Specification.Info;
        screen.Line($"{info.Title} {info.Version}".TrimEnd(), Styles.Strong);
        screen.Labelled("spec", plan.Options.Specification);
        screen.Labelled(
            "target",
            session.Run.IsSimulated ? $"{session.Run.BaseUrl} (built-in simulator)" : $"{session.Run.BaseUrl}"
        );
        screen.Labelled("environment", Environment(session));
        screen.Labelled("seed", session.Run.Seed.ToString(CultureInfo.InvariantCulture));
        screen.Labelled("cases", Cases(plan));
        screen.Labelled("budget", Budget(session));
        if (plan.Loading.Diagnostics.Length > 0)
        {
            screen.Labelled(
                "lint",
                plan.Options.Loaded is null
                    ? $"{plan.Loading.Diagnostics.Length} findings (conformance lint {plan.Options.Specification})"
                    : $"{plan.Loading.Diagnostics.Length} findings (conformance import openapi {plan.Options.Specification})"
            );
        }

        screen.Line();
    }

    private static string Environment(ConformanceSession session)
    {
        var choice = session.Plan.Environment;
        return choice.Reason is null ? session.Run.Environment : $"{session.Run.Environment}: {choice.Reason}";
    }

    private static string Cases(ConformancePlan plan) =>
        plan.NotSelected == 0
            ? Invariant($"{plan.Cases.Length}")
            : Invariant(
                $"{plan.Cases.Length} of {plan.Cases.Length + plan.NotSelected}, selected by '{plan.Options.Filter}'"
            );

    private static string Budget(ConformanceSession session)
    {
        var budget = session.Budget;
        var wait =
            budget.LongestDuration > TimeSpan.Zero
                ? $"; limits and waits can add up to {DurationText.Of(budget.LongestDuration)}"
                : "";
        return Invariant(
                $"at most {budget.Total} requests ({budget.Requests} to the API, {budget.TokenRequests} for tokens, {budget.ControlRequests} to test controls, {budget.CleanUpRequests} to clean up)"
            ) + wait;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
