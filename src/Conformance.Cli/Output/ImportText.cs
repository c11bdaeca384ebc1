using System.Globalization;
using Conformance.OpenApi;

namespace Conformance.Cli.Output;

/// <summary>What an import carried over, and what not and why.</summary>
internal static class ImportText
{
    private const int Shown = 40;

    /// <summary>Writes the account.</summary>
    public static void Write(ImportReport report, TextWriter output)
    {
        output.WriteLine("carried over:");
        foreach (var count in report.Counts)
        {
            output.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"  {count.Kind, -18}{count.Carried, 6} of {count.Found}")
            );
        }

        if (report.Losses.IsEmpty)
        {
            return;
        }

        output.WriteLine("not carried over:");
        foreach (var loss in report.Losses.OrderByDescending(l => l.Count).Take(Shown))
        {
            var what = SafeText.OneLine($"{loss.What}: {loss.Why}");
            output.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"  {loss.Count, 6}  {what} (first at {loss.First})")
            );
        }

        if (report.Losses.Length > Shown)
        {
            output.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"          and {report.Losses.Length - Shown} more kinds")
            );
        }
    }
}
