using Conformance.OpenApi.Reading;

namespace Conformance.OpenApi.Import;

/// <summary>Names of the data models: those of the document's own components, and made ones for what else is referred to.</summary>
internal sealed class SchemaNames
{
    private const string Components = "/components/schemas/";
    private readonly Dictionary<(string File, string Pointer), string> names = [];
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <summary>The name of a schema, and whether it is new.</summary>
    public (string Name, bool IsNew) Of(OpenApiFile file, string pointer, string? own)
    {
        if (names.TryGetValue((file.Path, pointer), out var known))
        {
            return (known, false);
        }

        var wanted = own ?? Wanted(file, pointer);
        var name = wanted;
        for (var number = 2; !taken.Add(name); number++)
        {
            name = FormattableString.Invariant($"{wanted}_{number}");
        }

        names.Add((file.Path, pointer), name);
        return (name, true);
    }

    private static string Wanted(OpenApiFile file, string pointer)
    {
        if (pointer.Length == 0)
        {
            return Path.GetFileNameWithoutExtension(file.Path);
        }

        var path = pointer.StartsWith(Components, StringComparison.Ordinal) ? pointer[Components.Length..] : pointer;
        var steps = Uri.UnescapeDataString(path)
            .Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Select(s => s.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))
            .ToList();
        return steps.Count == 1 ? steps[0] : string.Join('_', steps.TakeLast(3));
    }
}
