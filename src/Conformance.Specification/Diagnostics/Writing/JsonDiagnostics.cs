using System.Collections.Immutable;
using System.Text.Json;

namespace Conformance.Specification.Diagnostics.Writing;

/// <summary>Diagnostics for programs.</summary>
internal static class JsonDiagnostics
{
    public static void Write(
        TextWriter output,
        ImmutableArray<Diagnostic> diagnostics,
        ImmutableArray<SuppressedDiagnostic> suppressed
    ) =>
        JsonOutput.Write(
            output,
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteStartObject("summary");
                writer.WriteNumber("errors", diagnostics.Count(d => d.Severity == Severity.Error));
                writer.WriteNumber("warnings", diagnostics.Count(d => d.Severity == Severity.Warning));
                writer.WriteNumber("infos", diagnostics.Count(d => d.Severity == Severity.Info));
                writer.WriteNumber("suppressed", suppressed.Length);
                writer.WriteEndObject();
                writer.WriteStartArray("diagnostics");
                foreach (var diagnostic in diagnostics)
                {
                    One(writer, diagnostic, null);
                }

                writer.WriteEndArray();
                writer.WriteStartArray("suppressed");
                foreach (var (diagnostic, reason, _) in suppressed)
                {
                    One(writer, diagnostic, reason);
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }
        );

    private static void One(Utf8JsonWriter writer, Diagnostic diagnostic, string? reason)
    {
        writer.WriteStartObject();
        writer.WriteString("id", diagnostic.Id);
        writer.WriteString("severity", SeverityWord(diagnostic.Severity));
        writer.WriteString("message", diagnostic.Message);
        JsonOutput.Place(writer, diagnostic.Location);
        JsonOutput.Optional(writer, "expected", diagnostic.Expected);
        JsonOutput.Optional(writer, "actual", diagnostic.Actual);
        JsonOutput.Optional(writer, "fix", diagnostic.Fix);
        JsonOutput.Optional(writer, "reason", reason);
        if (!diagnostic.Related.IsEmpty)
        {
            writer.WriteStartArray("related");
            foreach (var related in diagnostic.Related)
            {
                writer.WriteStartObject();
                writer.WriteString("message", related.Message);
                JsonOutput.Place(writer, related.Location);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static string SeverityWord(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "info",
        };
}
