using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace Conformance.Benchmarks.Plots;

/// <summary>Horizontal bars, one for each tool.</summary>
internal static class BarPlot
{
    /// <summary>Writes the plot as SVG.</summary>
    /// <param name="path">The file.</param>
    /// <param name="title">What the bars show.</param>
    /// <param name="bars">Name and length of each, from top to bottom.</param>
    public static void Write(string path, string title, IReadOnlyList<(string Name, double Value)> bars)
    {
        var names = new CategoryAxis { Position = AxisPosition.Left };
        var series = new BarSeries
        {
            LabelFormatString = "{0:0.00}",
            LabelMargin = 8,
            FillColor = OxyColors.SteelBlue,
        };
        foreach (var (name, value) in bars.Reverse())
        {
            names.Labels.Add(name);
            series.Items.Add(new BarItem(value));
        }

        var model = new PlotModel
        {
            Title = title,
            Background = OxyColors.White,
            // What browsers make of a font is wider than what the plotting library reckons with.
            PlotMargins = new OxyThickness(230, double.NaN, double.NaN, double.NaN),
        };
        model.Axes.Add(names);
        model.Axes.Add(
            new LinearAxis
            {
                Position = AxisPosition.Bottom,
                Minimum = 0,
                MaximumPadding = 0.12,
            }
        );
        model.Series.Add(series);
        SvgFile.Write(path, model, 300);
    }
}
