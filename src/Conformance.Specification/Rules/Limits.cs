using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Limits and lengths of time as messages name them.</summary>
internal static class Limits
{
    public static string Name(RateLimit limit) => $"{limit.Requests}/{Window(limit.Window)}";

    public static string Length(TimeSpan time) =>
        time.TotalMinutes < 120 ? $"{time.TotalMinutes:0} minutes" : $"{time.TotalHours:0.#} hours";

    private static string Window(TimeSpan window) =>
        window == TimeSpan.FromSeconds(1) ? "second"
        : window == TimeSpan.FromMinutes(1) ? "minute"
        : window == TimeSpan.FromHours(1) ? "hour"
        : window == TimeSpan.FromDays(1) ? "day"
        : $"{window.TotalSeconds:0} s";
}
