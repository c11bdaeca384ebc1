namespace Conformance.Reports.Html.Charts;

/// <summary>Where a value stands on an axis.</summary>
internal sealed class Scale
{
    private readonly Func<double, double> at;

    private Scale(Func<double, double> at) => this.at = at;

    /// <summary>The place of a value.</summary>
    /// <param name="value">The value.</param>
    public double this[double value] => at(value);

    /// <summary>Equal steps.</summary>
    /// <param name="from">The value at the beginning.</param>
    /// <param name="to">The value at the end.</param>
    /// <param name="start">Place of the beginning.</param>
    /// <param name="end">Place of the end.</param>
    public static Scale Linear(double from, double to, double start, double end)
    {
        var span = to > from ? to - from : 1;
        return new(value => start + ((end - start) * (value - from) / span));
    }

    /// <summary>Equal ratios; values beyond the ends stand at them.</summary>
    /// <param name="from">The value at the beginning, greater than 0.</param>
    /// <param name="to">The value at the end, greater than <paramref name="from"/>.</param>
    /// <param name="start">Place of the beginning.</param>
    /// <param name="end">Place of the end.</param>
    public static Scale Logarithmic(double from, double to, double start, double end)
    {
        var linear = Linear(Math.Log(from), Math.Log(to), start, end);
        return new(value => linear[Math.Log(Math.Clamp(value, from, to))]);
    }
}
