using Conformance.Specification;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Diagnostics.Writing;

namespace Conformance.Cli.Output;

/// <summary>Findings about a specification that keep a command from doing its work.</summary>
internal static class DiagnosticText
{
    /// <summary>Writes the errors; warnings are for <c>conformance lint</c>.</summary>
    public static void WriteErrors(LoadResult loading, TextWriter output) =>
        DiagnosticWriter.Write(
            output,
            DiagnosticFormat.Text,
            [.. loading.Diagnostics.Where(d => d.Severity is Severity.Error)],
            loading.Sources
        );
}
