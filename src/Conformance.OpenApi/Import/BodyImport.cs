using Conformance.Specification.Drafts;
using Conformance.Specification.Yaml;

namespace Conformance.OpenApi.Import;

/// <summary>Media types with their schemas and examples, of requests and responses.</summary>
internal sealed class BodyImport(ImportContext context)
{
    /// <summary>The request; null when there is none, or none that can be sent.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="obstacle">Why the operation cannot be called; null when it can.</param>
    public DraftMapping? Request(YamlMapping operation, out string? obstacle)
    {
        obstacle = null;
        if (operation.Find("requestBody") is not { } node || context.Resolve(node, "request body") is not { } body)
        {
            return null;
        }

        var content = body.Entries("content").ToList();
        if ((MediaTypes.Json(content) ?? FlatForm(content)) is not { } taken)
        {
            if (content.Count > 0)
            {
                obstacle = body.IsTrue("required")
                    ? $"its body is {MediaTypes.Names(content)}, and a run sends JSON and forms without lists and objects"
                    : null;
                context.Ledger.Left(
                    ImportKinds.RequestBodies,
                    $"request body of {MediaTypes.Names(content)}",
                    "a run sends JSON and forms without lists and objects",
                    body.Location
                );
            }

            return null;
        }

        var request = new DraftBuilder();
        if (!body.IsTrue("required"))
        {
            request.Add("required", false);
        }

        request.Add("content_type", taken.Key.Text, taken.Key.Location).Add("description", body.Text("description"));
        Fill(request, taken.Value, isAlwaysTyped: true);
        Others(content, taken, "request body");
        if ((taken.Value as YamlMapping)?.Find("encoding") is { } encoding)
        {
            context.Ledger.Lost("encoding of a form", "fields are sent as their texts", encoding.Location);
        }

        context.Ledger.Carried(ImportKinds.RequestBodies);
        return request.Build(body.Location);
    }

    /// <summary>The form, when nothing but texts, numbers and booleans is in it: nothing says how it spells the rest.</summary>
    private YamlEntry? FlatForm(IEnumerable<YamlEntry> content) =>
        MediaTypes.Form(content) is { Value: YamlMapping media } form
        && context.Resolve(media.Find("schema"), "schema") is { } schema
        && schema.Find("properties") is YamlMapping fields
        && !new[] { "allOf", "anyOf", "oneOf" }.Any(k => schema.Find(k) is not null)
        && !fields.Entries.Any(f => context.Schemas.IsStructured(f.Value))
            ? form
            : null;

    /// <summary>Content type, schema and example of a response.</summary>
    public void Response(YamlMapping response, DraftBuilder into)
    {
        var content = response.Entries("content").ToList();
        if (content.Count == 0)
        {
            return;
        }

        if (MediaTypes.Json(content) is { } json)
        {
            if ((json.Value as YamlMapping)?.Text(Extensions.Body) != "standard")
            {
                into.Add("content_type", json.Key.Text, json.Key.Location);
            }

            Fill(into, json.Value, isAlwaysTyped: true);
            Others(content, json, "response body");
            return;
        }

        context.Ledger.Lost(
            $"response body of {MediaTypes.Names(content)}",
            "a specification's bodies are JSON",
            content[0].Key.Location
        );
    }

    private void Fill(DraftBuilder into, YamlNode mediaType, bool isAlwaysTyped)
    {
        if (mediaType is not YamlMapping media)
        {
            return;
        }

        var written = media.Find(Extensions.Example);
        switch (media.Text(Extensions.Body))
        {
            // The standard sections say it.
            case "standard":
                return;
            case "inferred":
                into.Add("example", written is null ? Example(media) : DraftBuilder.Copy(written));
                return;
        }

        if (media.Find("schema") is { } schema)
        {
            into.Add("schema", context.Schemas.Of(Own(media, schema)));
        }
        else if (isAlwaysTyped)
        {
            into.Add("schema", new DraftMapping([]) { Origin = media.Location });
        }

        into.Add("example", written is null ? Example(media) : DraftBuilder.Copy(written));
    }

    /// <summary>Without the fields of all errors, which an export put in front.</summary>
    private static YamlNode Own(YamlMapping media, YamlNode schema) =>
        media.Text(Extensions.Body) == "extended"
        && (schema as YamlMapping)?.Find("allOf") is YamlSequence { Items: [_, var own] }
            ? own
            : schema;

    /// <summary>The example, or the first of several.</summary>
    public Draft? Example(YamlMapping owner)
    {
        if (owner.Find("example") is { } one)
        {
            if (Nodes.HoldsReference(one))
            {
                context.Ledger.Left(ImportKinds.Examples, "example", Nodes.ReferenceInside, one.Location);
                return null;
            }

            context.Ledger.Carried(ImportKinds.Examples);
            return DraftBuilder.Copy(one);
        }

        Draft? first = null;
        foreach (var entry in owner.Entries("examples"))
        {
            var value = context.Resolve(entry.Value, "example")?.Find("value");
            var holdsReference = value is not null && Nodes.HoldsReference(value);
            if (value is not null && first is null && !holdsReference)
            {
                first = DraftBuilder.Copy(value);
                context.Ledger.Carried(ImportKinds.Examples);
                continue;
            }

            context.Ledger.Left(
                ImportKinds.Examples,
                "example",
                value is null ? "it is not in the document (externalValue)"
                    : holdsReference ? Nodes.ReferenceInside
                    : "a body has one example, the first",
                entry.Key.Location
            );
        }

        return first;
    }

    private void Others(List<YamlEntry> content, YamlEntry taken, string what)
    {
        foreach (var other in content.Where(e => e != taken))
        {
            context.Ledger.Lost(
                $"{what} as {other.Key.Text}",
                MediaTypes.IsJson(taken.Key.Text)
                    ? "a body has one media type, the JSON one"
                    : "a body has one media type",
                other.Key.Location
            );
        }
    }
}
