using System.Globalization;
using System.Text.Json;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults.Shared;

/// <summary>One value of a request's body.</summary>
/// <param name="Path">Its path, as violations name it.</param>
/// <param name="Value">The value.</param>
/// <param name="Schema">What it must be; references are not followed.</param>
internal sealed record SentValue(string Path, JsonElement Value, SchemaNode Schema);

/// <summary>The values of a request's body beside their definitions; nothing where the body is no JSON.</summary>
internal static class SentBody
{
    /// <summary>All values, each before what is in it.</summary>
    public static IEnumerable<SentValue> Of(Call call) =>
        call.Endpoint?.Request?.Schema is { } schema && StrictJson.Read(call.Request.Body, out var body) is null
            ? Walk(call, new("", body, schema))
            : [];

    /// <summary>The value that a violation is about; null where there is none.</summary>
    public static SentValue? Find(Call call, Violation violation) =>
        Of(call).FirstOrDefault(v => v.Path == violation.Path);

    /// <summary>The paths of optional fields that were left out of objects that were sent.</summary>
    public static IEnumerable<string> LeftOut(Call call) =>
        Of(call)
            .Where(v => v.Value.ValueKind is JsonValueKind.Object)
            .SelectMany(v =>
                call.World.Schemas.Properties(v.Schema)
                    .Where(p => !p.IsRequired && !v.Value.TryGetProperty(p.Name.Value, out _))
                    .Select(p => Join(v.Path, p.Name.Value))
            );

    /// <summary>The first value a part of the definition has, references followed.</summary>
    public static T? Rule<T>(Call call, SentValue value, Func<SchemaNode, T?> select) =>
        call.World.Schemas.First(value.Schema, select);

    private static IEnumerable<SentValue> Walk(Call call, SentValue at)
    {
        var inner = at.Value.ValueKind switch
        {
            JsonValueKind.Object => call
                .World.Schemas.Properties(at.Schema)
                .Where(p => at.Value.TryGetProperty(p.Name.Value, out _))
                .Select(p => new SentValue(Join(at.Path, p.Name.Value), at.Value.GetProperty(p.Name.Value), p.Schema)),
            JsonValueKind.Array when call.World.Schemas.Items(at.Schema) is { } items => at
                .Value.EnumerateArray()
                .Select(
                    (v, i) => new SentValue(string.Create(CultureInfo.InvariantCulture, $"{at.Path}[{i}]"), v, items)
                ),
            _ => [],
        };
        return inner.SelectMany(v => Walk(call, v)).Prepend(at);
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
