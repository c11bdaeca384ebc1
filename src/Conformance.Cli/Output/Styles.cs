using Conformance.Verdicts.Results;
using Spectre.Console;

namespace Conformance.Cli.Output;

/// <summary>The colours: one for each verdict, and little else.</summary>
internal static class Styles
{
    /// <summary>Headings.</summary>
    public static Style Strong { get; } = new(decoration: Decoration.Bold);

    /// <summary>Labels and what may be overlooked.</summary>
    public static Style Quiet { get; } = new(Color.Grey);

    /// <summary>The colour of a verdict.</summary>
    public static Style Of(Verdict verdict) =>
        verdict switch
        {
            Verdict.Passed => new(Color.Green),
            Verdict.Failed => new(Color.Red),
            Verdict.Inconclusive => new(Color.Yellow),
            Verdict.Skipped => new(Color.Grey),
            _ => new(Color.Magenta),
        };

    /// <summary>The word for a verdict.</summary>
#pragma warning disable CA1308 // Words for people.
    public static string Name(Verdict verdict) => verdict.ToString().ToLowerInvariant();
#pragma warning restore CA1308
}
