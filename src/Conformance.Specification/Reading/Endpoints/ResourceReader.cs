using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Specification.Model;
using Conformance.Specification.Phrases;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading.Endpoints;

/// <summary>The block <c>resource</c> of an endpoint.</summary>
internal static class ResourceReader
{
    private static readonly ImmutableArray<string> Actions =
    [
        "create",
        "read",
        "list",
        "search",
        "update",
        "transition",
        "delete",
    ];

    public static ResourceRole? Read(MappingReader reader)
    {
        var type = reader.RequiredText("type");
        var action = reader.RequiredText("action") is null ? null : reader.Word("action", Actions);
        var identifier = reader.RequiredText("identifier");
        var role = new ResourceRole
        {
            Type = type ?? new Located<string>("resource", reader.Location),
            Action = action is null ? default : (ResourceAction)Actions.IndexOf(action.Value),
            Identifier = identifier ?? new Located<string>("id", reader.Location),
            PathParameter = reader.Text("path_parameter")?.Value,
            CollectionField = reader.Text("collection")?.Value,
            QueryParameter = reader.Text("query")?.Value,
            Order = reader.Phrase("order", OrderPhrase.Parse),
            Ownership = Ownership(reader),
            Sets = [.. reader.Entries("sets").Select(e => KeyValuePair.Create(e.Key.Text, YamlJson.Element(e.Value)))],
            From = [.. reader.Entries("from").Select(From)],
            ConflictError = reader.Text("conflict_error"),
            CleansUp = reader.Boolean("cleans_up") ?? false,
            Computed = [.. reader.Entries("computed").Select(e => Computed(e, reader.Context))],
            Location = reader.Location,
        };
        reader.End();
        return type is null || action is null || identifier is null ? null : role;
    }

    private static Located<ResourceOwnership>? Ownership(MappingReader reader) =>
        reader.Word("ownership", "client", "shared") is { } word
            ? new(word.Value == "client" ? ResourceOwnership.Client : ResourceOwnership.Shared, word.Location)
            : null;

    private static KeyValuePair<string, ImmutableArray<JsonElement>> From(YamlEntry entry) =>
        KeyValuePair.Create(
            entry.Key.Text,
            entry.Value is YamlSequence values
                ? [.. values.Items.Select(YamlJson.Element)]
                : ImmutableArray.Create(YamlJson.Element(entry.Value))
        );

    private static KeyValuePair<string, Located<string>> Computed(YamlEntry entry, ReadingContext context) =>
        KeyValuePair.Create(
            entry.Key.Text,
            context.Text(entry.Value, $"the formula of '{entry.Key.Text}'") ?? new("", entry.Value.Location)
        );
}
