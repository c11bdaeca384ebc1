namespace Conformance.Reports.Html.Charts;

/// <summary>Percentiles by the nearest rank: the least value that so many per cent of the values do not exceed.</summary>
internal static class Percentile
{
    /// <summary>The percentile.</summary>
    /// <param name="ordered">Values in ascending order, at least one.</param>
    /// <param name="percent">From 1 to 100.</param>
    public static double Of(IReadOnlyList<double> ordered, int percent) =>
        ordered[Math.Clamp(((ordered.Count * percent) + 99) / 100 - 1, 0, ordered.Count - 1)];
}
