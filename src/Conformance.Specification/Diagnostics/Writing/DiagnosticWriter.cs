using System.Collections.Immutable;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Diagnostics.Writing;

/// <summary>The formats of <c>conformance lint --format</c>.</summary>
public enum DiagnosticFormat
{
    /// <summary>For people: place, their own line, what was expected, the repair.</summary>
    Text,

    /// <summary>For programs: one object with all findings and their counts.</summary>
    Json,

    /// <summary>For code scanning: SARIF 2.1.0.</summary>
    Sarif,

    /// <summary>For pull requests: GitHub workflow commands, each an annotation at its line.</summary>
    GitHub,
}

/// <summary>Writes diagnostics in one of the formats.</summary>
public static class DiagnosticWriter
{
    /// <summary>Writes diagnostics.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="format">Which format.</param>
    /// <param name="diagnostics">What was found, in the order to be written.</param>
    /// <param name="sources">The texts that were read, for the lines that are shown; a finding in another text shows none.</param>
    /// <param name="suppressed">What comments in the specification accept; left out or empty for none.</param>
    public static void Write(
        TextWriter output,
        DiagnosticFormat format,
        ImmutableArray<Diagnostic> diagnostics,
        ImmutableArray<SourceText> sources,
        ImmutableArray<SuppressedDiagnostic> suppressed = default
    )
    {
        suppressed = suppressed.IsDefault ? [] : suppressed;
        switch (format)
        {
            case DiagnosticFormat.Json:
                JsonDiagnostics.Write(output, diagnostics, suppressed);
                break;
            case DiagnosticFormat.Sarif:
                SarifDiagnostics.Write(output, diagnostics, suppressed);
                break;
            case DiagnosticFormat.GitHub:
                GitHubDiagnostics.Write(output, diagnostics);
                break;
            default:
                new TextDiagnostics(output, sources).Write(diagnostics, suppressed.Length);
                break;
        }
    }
}
