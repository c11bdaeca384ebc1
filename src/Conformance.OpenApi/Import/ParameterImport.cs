using Conformance.Specification.Drafts;
using Conformance.Specification.Yaml;

namespace Conformance.OpenApi.Import;

/// <summary>The parameters of an operation: its own, and those of its path.</summary>
internal sealed class ParameterImport(ImportContext context, BodyImport bodies)
{
    // OpenAPI 3.x: "If in is header and the name field is Accept, Content-Type or Authorization, the parameter definition SHALL be ignored."
    private static readonly string[] Ignored = ["Accept", "Content-Type", "Authorization"];

    /// <summary>Adds <c>headers</c>, <c>path_parameters</c> and <c>query_parameters</c>.</summary>
    /// <param name="path">The path's template.</param>
    /// <param name="item">What the path says for all its operations.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="endpoint">Takes the parameters.</param>
    /// <returns>Why the operation cannot be called; null when it can.</returns>
    public string? Fill(string path, YamlMapping item, YamlMapping operation, DraftBuilder endpoint)
    {
        var (required, optional) = (new DraftBuilder(), new DraftBuilder());
        var (inPath, inQuery) = (new DraftBuilder(), new DraftBuilder());
        Spread(operation, "required", required);
        Spread(operation, "optional", optional);
        string? obstacle = null;
        foreach (var parameter in Parameters(item, operation))
        {
            var name = parameter.Text("name") ?? "";
            var isRequired = parameter.IsTrue("required");
            var place = parameter.Text("in");
            if (place == "header" && Ignored.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                continue;
            }

            if (Problem(parameter, name, place, path) is { } problem)
            {
                context.Ledger.Left(ImportKinds.Parameters, $"parameter in {place}", problem, parameter.Location);
                obstacle ??=
                    isRequired && place != "path" ? $"its parameter '{name}' is required, and {problem}" : null;
                continue;
            }

            context.Ledger.Carried(ImportKinds.Parameters);
            _ = place switch
            {
                "path" => inPath.Add(name, Schema(parameter, isRequired: false)),
                "query" => inQuery.Add(name, Schema(parameter, isRequired)),
                _ => (isRequired ? required : optional).Add(name, Header(parameter)),
            };
        }

        endpoint.Add("headers", new DraftBuilder().Add("required", required).Add("optional", optional));
        endpoint.Add("path_parameters", inPath).Add("query_parameters", inQuery);
        return obstacle;
    }

    /// <summary>Headers that OpenAPI has no parameters for.</summary>
    private static void Spread(YamlMapping operation, string group, DraftBuilder into)
    {
        foreach (var entry in (operation.Find(Extensions.Of("headers")) as YamlMapping)?.Entries(group) ?? [])
        {
            into.Add(entry.Key.Text, Extensions.Unpack(entry.Value));
        }
    }

    /// <summary>An operation's parameter replaces the path's of the same name and place.</summary>
    private List<YamlMapping> Parameters(YamlMapping item, YamlMapping operation) =>
        [
            .. operation
                .Items("parameters")
                .Concat(item.Items("parameters"))
                .Select(p => context.Resolve(p, "parameter"))
                .OfType<YamlMapping>()
                .DistinctBy(p => (p.Text("in"), p.Text("name"))),
        ];

    private string? Problem(YamlMapping parameter, string name, string? place, string path)
    {
        if (place is not ("path" or "query" or "header"))
        {
            return "the dialect has no parameters there";
        }

        if (place == "path" && !path.Contains($"{{{name}}}", StringComparison.Ordinal))
        {
            return "the path has no such placeholder";
        }

        if (parameter.Find("schema") is not { } schema)
        {
            return parameter.Find("content") is null ? null : "its value is a document of its own (content)";
        }

        return IsList(schema) ? null
            : context.Schemas.IsStructured(schema) ? "the dialect does not say how an object is spelled there"
            : null;
    }

    private bool IsList(YamlNode schema) =>
        context.Resolve(schema, "schema") is { } resolved
        && SchemaImport.TypesOf(resolved).Contains("array")
        && !context.Schemas.IsStructured(resolved.Find("items"));

    /// <summary>The schema itself, with what the parameter adds to it.</summary>
    private DraftMapping Schema(YamlMapping parameter, bool isRequired)
    {
        var draft = new DraftBuilder();
        if (isRequired)
        {
            draft.Add("required", true);
        }

        draft.Add("description", parameter.Text("description"));
        var value = ValueOf(parameter);
        if (value is not DraftMapping schema || schema.Find("required") is not null)
        {
            return draft.Add("schema", value).Build(parameter.Location);
        }

        foreach (var (key, keyword) in schema.Entries)
        {
            draft.Add(key, keyword);
        }

        return draft.Build(parameter.Location);
    }

    private Draft Header(YamlMapping parameter)
    {
        var text = parameter.Text("description") ?? parameter.Text("name")!;
        return parameter.IsTrue(Extensions.Text)
            ? new DraftScalar(text) { Origin = parameter.Location }
            : new DraftBuilder().Add("description", text).Add("schema", ValueOf(parameter)).Build(parameter.Location);
    }

    /// <summary>The schema with the parameter's example; a list is sent with one element, which is spelled like a value.</summary>
    private Draft ValueOf(YamlMapping parameter) => Nodes.Deprecated(parameter, Value(parameter));

    private Draft Value(YamlMapping parameter)
    {
        if (parameter.Find("schema") is not { } schema)
        {
            return new DraftBuilder().Add("type", "string").Build(parameter.Location);
        }

        if (IsList(schema))
        {
            context.Ledger.Lost("list in a parameter", "it is sent with one element only", parameter.Location);
            var items = context.Resolve(schema, "schema")!.Find("items");
            return items is null
                ? new DraftBuilder().Add("type", "string").Build(schema.Location)
                : context.Schemas.Of(items);
        }

        var draft = context.Schemas.Of(schema);
        var example = bodies.Example(parameter);
        return example is not null && draft is DraftMapping mapping && mapping.Find("example") is null
            ? mapping with
            {
                Entries = mapping.Entries.Add(KeyValuePair.Create("example", example)),
            }
            : draft;
    }
}
