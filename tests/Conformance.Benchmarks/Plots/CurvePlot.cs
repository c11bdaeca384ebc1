using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace Conformance.Benchmarks.Plots;

/// <summary>Costs against size, both logarithmic: what is linear is a straight line that rises by one decade in one.</summary>
internal static class CurvePlot
{
    /// <summary>Writes the plot as SVG.</summary>
    /// <param name="path">The file.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="size">What grows from left to right.</param>
    /// <param name="curves">Name and points of each curve.</param>
    public static void Write(
        string path,
        string title,
        string size,
        IEnumerable<(string Name, IReadOnlyList<(double Size, double Cost)> Points)> curves
    )
    {
        var model = new PlotModel { Title = title, Background = OxyColors.White };
        model.Axes.Add(
            new LogarithmicAxis
            {
                Position = AxisPosition.Bottom,
                Title = size,
                MajorGridlineStyle = LineStyle.Dot,
            }
        );
        model.Axes.Add(
            new LogarithmicAxis
            {
                Position = AxisPosition.Left,
                Title = "milliseconds",
                MajorGridlineStyle = LineStyle.Dot,
            }
        );
        model.Legends.Add(new Legend { LegendPosition = LegendPosition.LeftTop });
        foreach (var (name, points) in curves)
        {
            var line = new LineSeries { Title = name, MarkerType = MarkerType.Circle };
            line.Points.AddRange(points.Select(p => new DataPoint(p.Size, p.Cost)));
            model.Series.Add(line);
        }

        SvgFile.Write(path, model, 450);
    }
}
