using System.Globalization;
using Conformance.Cli.Output;
using Conformance.Settings;
using Conformance.Verdicts.Accounting;
using Conformance.Verdicts.Rendering;
using Conformance.Verdicts.Results;
using Spectre.Console;

namespace Conformance.Cli.Verification;

/// <summary>The matrix for people: false alarms first, then what caught each fault, last what was not caught.</summary>
internal sealed class VerificationText(Screen screen, VerificationResult result)
{
    private const int MostNamed = 3;
    private const int MostFalseAlarms = 20;

    /// <summary>Writes it.</summary>
    public void Write()
    {
        WriteFalseAlarms();
        WriteMatrix();
        WriteCounts();
        WriteRest("Warned of, but not failed", Detection.Warned);
        WriteRest("Open: noticed, but nothing can fail for it", Detection.Open);
        WriteRest("Not applicable: nothing to lie about, or left open by the specification", Detection.NotApplicable);
        WriteRest("Not run", Detection.NotRun);
        WriteRest("SURVIVED", Detection.Survived);
        WriteDefects();
        WriteResult();
    }

    private void WriteFalseAlarms()
    {
        var alarms = result.FalseAlarms.ToList();
        if (alarms.Count == 0)
        {
            return;
        }

        screen.Line(
            Invariant($"FALSE ALARM: {alarms.Count} cases fail the conforming simulator"),
            Styles.Of(Verdict.Failed)
        );
        screen.Line();
        foreach (var alarm in alarms.Take(MostFalseAlarms))
        {
            screen.Line(FindingRenderer.Render(alarm, Math.Min(screen.Width, FindingRenderer.DefaultWidth)));
        }
    }

    private void WriteMatrix()
    {
        var caught = result.Of(Detection.Caught).ToList();
        if (caught.Count == 0)
        {
            return;
        }

        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn("fault, and what it does").AddColumn("caught by, and what was said first");
        table.Columns[0].Width = Math.Min(44, screen.Width * 2 / 5);
        foreach (var area in caught.GroupBy(c => c.Fault.Area))
        {
            table.AddRow(new Text(FaultSelection.AreaName(area.Key), Styles.Strong), new Text(""));
            foreach (var row in area)
            {
                table.AddRow(
                    Lines(row.Fault.Name, row.Fault.Description),
                    Lines(CaughtBy(row, screen.Width - table.Columns[0].Width!.Value - 12), Said(row.Catches[0]))
                );
            }
        }

        screen.Show(table);
    }

    private static Rows Lines(string first, string second) =>
        new(new Text(SafeText.OneLine(first)), new Text(SafeText.OneLine(second), Styles.Quiet));

    private static string CaughtBy(FaultOutcome row, int width)
    {
        // A line of a cell breaks at spaces only, so a long id is cut at its last parts instead of in a word.
        var ids = string.Join(", ", row.Catches.Take(MostNamed).Select(c => Fitting(c.Case.Id, width)));
        return Invariant(
            $"{row.Catches.Length}{(row.IsComplete ? "" : "+")}  {ids}{(row.Catches.Length > MostNamed ? ", ..." : "")}"
        );
    }

    private static string Fitting(string id, int width)
    {
        while (id.Length > width && id.IndexOf('/', 1) is > 0 and var cut)
        {
            id = id[cut..];
        }

        return id.StartsWith('/') ? $"...{id}" : id;
    }

    /// <summary>What a case said first, in one line.</summary>
    public static string Said(Sighting sighting) =>
        $"{sighting.Requirement.Id}: {sighting.Finding.Where}: expected {sighting.Finding.Expected}, actual {sighting.Finding.Actual}";

    private void WriteCounts()
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("area");
        var columns = Enum.GetValues<Detection>().Where(d => result.Of(d).Any()).ToList();
        foreach (var heading in columns.Select(Name).Prepend("faults"))
        {
            table.AddColumn(new TableColumn(heading).RightAligned().NoWrap());
        }

        foreach (var area in result.Faults.GroupBy(f => f.Fault.Area))
        {
            var counts = columns.Select(d => area.Count(f => f.Detection == d)).Prepend(area.Count());
            table.AddRow([FaultSelection.AreaName(area.Key), .. counts.Select(c => c == 0 ? "-" : Invariant($"{c}"))]);
        }

        screen.Show(table);
    }

    private void WriteRest(string heading, Detection detection)
    {
        var rows = result.Of(detection).ToList();
        if (rows.Count == 0)
        {
            return;
        }

        screen.Line(
            Invariant($"{heading} ({rows.Count})"),
            detection is Detection.Survived ? Styles.Of(Verdict.Failed) : Styles.Strong
        );
        foreach (var row in rows)
        {
            screen.Line($"  {row.Fault.Name}  ({FaultSelection.AreaName(row.Fault.Area)}: {row.Fault.Description})");
            screen.Line(
                SafeText.OneLine(
                    detection is Detection.Warned
                        ? $"      {row.Warnings[0].Case.Id}: {Said(row.Warnings[0])}"
                        : $"      {row.Reason}"
                ),
                Styles.Quiet
            );
        }

        screen.Line();
    }

    private void WriteDefects()
    {
        var defects = result.Faults.SelectMany(f => f.Defects.Select(d => $"{f.Fault.Name}: {d}")).ToList();
        if (defects.Count == 0)
        {
            return;
        }

        screen.Line(Invariant($"Cases that broke ({defects.Count}): defects of this tool"), Styles.Of(Verdict.Error));
        defects.ForEach(d => screen.Line($"  {SafeText.OneLine(d)}"));
        screen.Line();
    }

    private void WriteResult()
    {
        var conforming = result.Conforming[0];
        screen.Line(
            Invariant(
                $"Conforming simulator: {conforming.Count(Verdict.Passed)} of {conforming.Cases.Length} cases passed, {result.FalseAlarms.Count()} false alarms, {conforming.Open.Count()} open; {conforming.Requests} requests in {DurationText.Of(conforming.Duration)}"
            )
        );
        if (!result.Options.IsFull)
        {
            screen.Line(
                Invariant(
                    $"A fault's run ends when {VerificationOptions.EnoughCatches} cases have caught it; cases that use up a limit run only for faults that no other case caught (--full: everything)."
                ),
                Styles.Quiet
            );
        }

        var parts = Enum.GetValues<Detection>()
            .Select(d => (Name: Name(d), Count: result.Of(d).Count()))
            .Where(p => p.Count > 0)
            .Select(p => Invariant($"{p.Count} {p.Name}"));
        screen.Line(
            Invariant(
                $"{result.Faults.Length} faults: {string.Join(", ", parts)}; {result.Requests} requests in {DurationText.Of(result.Duration)} (exit code {result.ExitCode})"
            ),
            Styles.Of(result.ExitCode == ExitCodes.Conforming ? Verdict.Passed : Verdict.Failed)
        );
    }

    /// <summary>The word for what the suite made of a fault.</summary>
    public static string Name(Detection detection) =>
        detection switch
        {
            Detection.Caught => "caught",
            Detection.Warned => "warned",
            Detection.Survived => "survived",
            Detection.Open => "open",
            Detection.NotApplicable => "not applicable",
            _ => "not run",
        };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
