using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace Conformance.Benchmarks.Plots;

/// <summary>One line from zero.</summary>
internal static class LinePlot
{
    /// <summary>Writes the plot as SVG.</summary>
    /// <param name="path">The file.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="across">What grows from left to right.</param>
    /// <param name="up">What grows upwards.</param>
    /// <param name="points">The points.</param>
    public static void Write(
        string path,
        string title,
        string across,
        string up,
        IReadOnlyList<(double X, double Y)> points
    )
    {
        var model = new PlotModel { Title = title, Background = OxyColors.White };
        model.Axes.Add(
            new LinearAxis
            {
                Position = AxisPosition.Bottom,
                Title = across,
                Minimum = 0,
            }
        );
        model.Axes.Add(
            new LinearAxis
            {
                Position = AxisPosition.Left,
                Title = up,
                Minimum = 0,
            }
        );
        var line = new LineSeries();
        line.Points.AddRange(points.Select(p => new DataPoint(p.X, p.Y)));
        model.Series.Add(line);
        SvgFile.Write(path, model, 350);
    }
}
