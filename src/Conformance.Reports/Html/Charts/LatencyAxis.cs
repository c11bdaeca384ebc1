using System.Collections.Immutable;

namespace Conformance.Reports.Html.Charts;

/// <summary>One axis of time for all endpoints, so that they can be compared: whole powers of ten around what was seen.</summary>
internal sealed class LatencyAxis
{
    /// <summary>Width of a strip in pixels.</summary>
    public const double Width = 340;

    private const double Margin = 22;
    private readonly Scale scale;

    /// <summary>Makes an axis.</summary>
    /// <param name="least">The least value in milliseconds.</param>
    /// <param name="greatest">The greatest value in milliseconds.</param>
    public LatencyAxis(double least, double greatest)
    {
        var from = Math.Floor(Math.Log10(Math.Max(least, 0.1)));
        var to = Math.Max(from + 1, Math.Ceiling(Math.Log10(Math.Max(greatest, 1))));
        scale = Scale.Logarithmic(Math.Pow(10, from), Math.Pow(10, to), Margin, Width - Margin);
        Ticks = [.. Enumerable.Range(0, (int)(to - from) + 1).Select(i => Math.Pow(10, from + i))];
    }

    /// <summary>The powers of ten, in milliseconds.</summary>
    public ImmutableArray<double> Ticks { get; }

    /// <summary>The place of a time.</summary>
    /// <param name="milliseconds">The time.</param>
    public double At(double milliseconds) => scale[milliseconds];
}
