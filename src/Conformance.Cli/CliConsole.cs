using System.Collections.Immutable;

namespace Conformance.Cli;

/// <summary>
/// What the tool knows of the process around it. Taken once at the door, so that tests can stand in for a terminal, and
/// so that nothing is lost when NUnit takes over the console for the length of a run.
/// </summary>
internal sealed record CliConsole
{
    /// <summary>Results.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Diagnostics of the tool itself.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Answers to questions.</summary>
    public TextReader In { get; init; } = TextReader.Null;

    /// <summary>Whether somebody sits at the other end of <see cref="In"/> and sees what is asked.</summary>
    public bool CanAsk { get; init; }

    /// <summary>Whether a person looks at <see cref="Out"/>: colours, live progress.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Columns of the terminal; 120 where there is none.</summary>
    public int Width { get; init; } = 120;

    /// <summary>The process environment.</summary>
    public ImmutableDictionary<string, string> Variables { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Name of the machine.</summary>
    public string Host { get; init; } = "localhost";

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Whether colours are wanted (no-color.org).</summary>
    public bool WantsColour =>
        IsTerminal
        && Variables.GetValueOrDefault("NO_COLOR") is null or ""
        && Variables.GetValueOrDefault("TERM") != "dumb";

    /// <summary>The console of this process.</summary>
    public static CliConsole OfProcess() =>
        new()
        {
            Out = Console.Out,
            Error = Console.Error,
            In = Console.In,
            CanAsk = !Console.IsInputRedirected && !Console.IsOutputRedirected,
            IsTerminal = !Console.IsOutputRedirected,
            Width = Console.IsOutputRedirected ? 120 : Math.Max(60, Console.WindowWidth),
            Variables = ProcessEnvironment(),
            Host = Environment.MachineName,
        };

    private static ImmutableDictionary<string, string> ProcessEnvironment() =>
        Environment
            .GetEnvironmentVariables()
            .Cast<System.Collections.DictionaryEntry>()
            .ToImmutableDictionary(e => (string)e.Key, e => (string?)e.Value ?? "", StringComparer.Ordinal);
}
