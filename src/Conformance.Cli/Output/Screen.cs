using Conformance.Cli.Output;
using Spectre.Console;

namespace Conformance.Cli.Output;

/// <summary>
/// Where a run is told: lines that are never broken, so that paths and commands can be copied, and tables that fit the
/// terminal. Everything that is written is made harmless first.
/// </summary>
internal sealed class Screen
{
    private const int Unbroken = 100_000;
    private readonly IAnsiConsole lines;

    private Screen(CliConsole console, bool isPlain)
    {
        IsLive = console.WantsColour && !isPlain;
        Width = console.Width;
        Tables = Create(console.Out, IsLive, console.Width);
        lines = Create(console.Out, IsLive, Unbroken);
    }

    /// <summary>Whether colours and live progress are shown.</summary>
    public bool IsLive { get; }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>For tables and live progress.</summary>
    public IAnsiConsole Tables { get; }

    /// <summary>The screen of a console.</summary>
    public static Screen Of(CliConsole console, bool isPlain) => new(console, isPlain);

    /// <summary>One or several lines.</summary>
    public void Line(string text = "", Style? style = null) => lines.WriteLine(SafeText.Of(text), style);

    /// <summary>A label and a text beside it.</summary>
    public void Labelled(string label, string text, Style? style = null)
    {
        // A longer label moves its value, and does not touch it.
        lines.Write($"  {label, -12} ", Styles.Quiet);
        lines.WriteLine(SafeText.OneLine(text), style);
    }

    /// <summary>A table.</summary>
    public void Show(Table table) => Tables.Write(table);

    private static IAnsiConsole Create(TextWriter writer, bool isLive, int width)
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = isLive ? AnsiSupport.Detect : AnsiSupport.No,
                ColorSystem = isLive ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
                Interactive = isLive ? InteractionSupport.Yes : InteractionSupport.No,
                Out = new AnsiConsoleOutput(writer),
                Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            }
        );
        console.Profile.Width = width;
        return console;
    }
}
