using OxyPlot;

namespace Conformance.Benchmarks.Plots;

/// <summary>Writes a plot.</summary>
internal static class SvgFile
{
    /// <summary>Writes a plot as SVG.</summary>
    /// <param name="path">The file.</param>
    /// <param name="model">The plot.</param>
    /// <param name="height">Height in pixels.</param>
    public static void Write(string path, PlotModel model, double height)
    {
        using var stream = File.Create(path);
        new SvgExporter { Width = 800, Height = height }.Export(model, stream);
    }
}
