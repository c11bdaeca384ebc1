using System.Text.Json;

namespace Conformance.Tests.Specification.Schemas;

/// <summary>The official meta-schemas by URI.</summary>
internal static class Metaschemas
{
    public static IReadOnlyDictionary<string, JsonElement> All { get; } =
        typeof(Metaschemas)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.Contains(".Metaschemas.", StringComparison.Ordinal))
            .Select(Read)
            .ToDictionary(
                schema =>
                    (schema.TryGetProperty("$id", out var id) ? id : schema.GetProperty("id"))
                        .GetString()!
                        .TrimEnd('#'),
                StringComparer.Ordinal
            );

    private static JsonElement Read(string name)
    {
        using var stream = typeof(Metaschemas).Assembly.GetManifestResourceStream(name)!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}
