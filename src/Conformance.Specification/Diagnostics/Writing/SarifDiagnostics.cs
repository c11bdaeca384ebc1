using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Specification.Model;

namespace Conformance.Specification.Diagnostics.Writing;

/// <summary>Diagnostics as SARIF 2.1.0, with what code scanning services ask for beyond the standard.</summary>
internal static class SarifDiagnostics
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
                writer.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
                writer.WriteString("version", "2.1.0");
                writer.WriteStartArray("runs");
                Run(writer, diagnostics, suppressed);
                writer.WriteEndArray();
                writer.WriteEndObject();
            }
        );

    private static void Run(
        Utf8JsonWriter writer,
        ImmutableArray<Diagnostic> diagnostics,
        ImmutableArray<SuppressedDiagnostic> suppressed
    )
    {
        var rules = Linter.Rules;
        var indices = rules.Select((rule, index) => (rule.Id, index)).ToDictionary(r => r.Id, r => r.index);
        writer.WriteStartObject();
        SarifRules.Tool(writer, rules);
        writer.WriteString("columnKind", "utf16CodeUnits");
        Invocation(writer);
        Artifacts(writer, [.. diagnostics, .. suppressed.Select(s => s.Diagnostic)]);
        writer.WriteStartArray("results");
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var all = diagnostics
            .Select(d => (Diagnostic: d, Reason: (string?)null))
            .Concat(suppressed.Select(s => (s.Diagnostic, (string?)s.Reason)));
        foreach (var (diagnostic, reason) in all)
        {
            var key = $"{diagnostic.Id}\n{diagnostic.Location.Path}";
            seen[key] = seen.GetValueOrDefault(key) + 1;
            Result(writer, diagnostic, indices, SarifRules.Fingerprint(key, seen[key]), reason);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Invocation(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("invocations");
        writer.WriteStartObject();
        writer.WriteBoolean("executionSuccessful", true);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void Artifacts(Utf8JsonWriter writer, ImmutableArray<Diagnostic> diagnostics)
    {
        writer.WriteStartArray("artifacts");
        foreach (var file in diagnostics.Select(d => d.Location.File).Distinct(StringComparer.Ordinal))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("location");
            writer.WriteString("uri", SarifRules.Uri(file));
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Result(
        Utf8JsonWriter writer,
        Diagnostic diagnostic,
        Dictionary<string, int> indices,
        string fingerprint,
        string? reason
    )
    {
        writer.WriteStartObject();
        writer.WriteString("ruleId", diagnostic.Id);
        if (indices.TryGetValue(diagnostic.Id, out var index))
        {
            writer.WriteNumber("ruleIndex", index);
        }

        writer.WriteString("level", SarifRules.Level(diagnostic.Severity));
        writer.WriteString("kind", "fail");
        Message(writer, MessageOf(diagnostic));
        writer.WriteStartArray("locations");
        Location(writer, diagnostic.Location, null);
        writer.WriteEndArray();
        if (!diagnostic.Related.IsEmpty)
        {
            writer.WriteStartArray("relatedLocations");
            foreach (var related in diagnostic.Related)
            {
                Location(writer, related.Location, related.Message);
            }

            writer.WriteEndArray();
        }

        writer.WriteStartObject("partialFingerprints");
        writer.WriteString("primaryLocationLineHash", fingerprint);
        writer.WriteEndObject();
        if (reason is not null)
        {
            Suppression(writer, reason);
        }

        writer.WriteEndObject();
    }

    private static void Suppression(Utf8JsonWriter writer, string reason)
    {
        writer.WriteStartArray("suppressions");
        writer.WriteStartObject();
        writer.WriteString("kind", "inSource");
        writer.WriteString("justification", reason);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static string MessageOf(Diagnostic diagnostic) =>
        diagnostic.Message
        + (diagnostic.Expected is null ? "" : $"\nExpected: {diagnostic.Expected}")
        + (diagnostic.Fix is null ? "" : $"\nFix: {diagnostic.Fix}");

    private static void Location(Utf8JsonWriter writer, SourceLocation location, string? message)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("physicalLocation");
        writer.WriteStartObject("artifactLocation");
        writer.WriteString("uri", SarifRules.Uri(location.File));
        writer.WriteEndObject();
        writer.WriteStartObject("region");
        writer.WriteNumber("startLine", Math.Max(1, location.Line));
        writer.WriteNumber("startColumn", Math.Max(1, location.Column));
        writer.WriteNumber("endLine", Math.Max(1, location.EndLine));
        writer.WriteNumber("endColumn", Math.Max(1, location.EndColumn));
        writer.WriteEndObject();
        writer.WriteEndObject();
        if (location.Path.Length > 0)
        {
            writer.WriteStartArray("logicalLocations");
            writer.WriteStartObject();
            writer.WriteString("fullyQualifiedName", location.Path);
            writer.WriteString("kind", "member");
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        if (message is not null)
        {
            Message(writer, message);
        }

        writer.WriteEndObject();
    }

    private static void Message(Utf8JsonWriter writer, string text)
    {
        writer.WriteStartObject("message");
        writer.WriteString("text", text);
        writer.WriteEndObject();
    }
}
