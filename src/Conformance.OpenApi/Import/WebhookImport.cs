using Conformance.Specification.Drafts;
using Conformance.Specification.Yaml;

namespace Conformance.OpenApi.Import;

/// <summary>Webhooks, and callbacks of operations, as events.</summary>
internal sealed class WebhookImport(ImportContext context)
{
    private const string NotSaid =
        "TODO security, payload_structure, retry_policy: OpenAPI does not say how deliveries are signed, what all of them have in common, nor when they are repeated.";

    /// <summary>The section; null when there are none.</summary>
    public DraftMapping? Of(IEnumerable<PathOperation> operations)
    {
        var events = new DraftBuilder();
        foreach (var entry in context.Files.Main.Root.Entries("webhooks"))
        {
            foreach (var (name, operation) in Sent(entry))
            {
                events.Add(name, Event(operation, null));
                context.Ledger.Carried(ImportKinds.Webhooks);
            }
        }

        foreach (var (name, operation, caller) in operations.SelectMany(Callbacks))
        {
            var id = caller.Node.Text("operationId");
            events.Add(id is null ? name : $"{id}.{name}", Event(operation, id));
            context.Ledger.Carried(ImportKinds.Callbacks);
        }

        var root = context.Files.Main.Root;
        var section = new DraftBuilder();
        var isWhole = Extensions.Spread(root, "webhooks", section);
        section.Add("events", events);
        return section.IsEmpty
            ? null
            : section.Build(root.Find("webhooks")?.Location) with
            {
                Comment = isWhole ? null : NotSaid,
            };
    }

    /// <summary>The requests of a path item; usually one, which then has the item's name.</summary>
    private List<(string Name, PathOperation Operation)> Sent(YamlEntry entry)
    {
        var item = context.Resolve(entry.Value, "webhook");
        var operations = item is null ? [] : PathOperation.Of(entry.Key.Text, item).ToList();
        return
        [
            .. operations.Select(o =>
                (operations.Count == 1 ? entry.Key.Text : $"{entry.Key.Text}.{o.Method.Text}", o)
            ),
        ];
    }

    private IEnumerable<(string Name, PathOperation Operation, PathOperation Caller)> Callbacks(PathOperation caller)
    {
        foreach (var callback in caller.Node.Entries("callbacks"))
        {
            // Below the name stands the expression of the URL, which comes with the request.
            foreach (var item in context.Resolve(callback.Value, "callback")?.Entries ?? [])
            {
                foreach (var (_, operation) in Sent(item))
                {
                    yield return (callback.Key.Text, operation, caller);
                }
            }
        }
    }

    private DraftMapping Event(PathOperation sent, string? triggeredBy)
    {
        var body = context.Resolve(sent.Node.Find("requestBody"), "request body");
        var json = body is null ? null : MediaTypes.Json([.. body.Entries("content")]);
        var schema = (json?.Value as YamlMapping)?.Find("schema");
        var draft = new DraftBuilder();
        if (Extensions.Spread(sent.Node, "event", draft))
        {
            return draft.Add("description", sent.Node.Text("description")).Build(sent.Node.Location);
        }

        draft.Add("description", sent.Node.Text("description") ?? sent.Node.Text("summary"));
        if (schema is not null)
        {
            draft.Add("payload", Shape(context.Schemas.Of(schema)));
        }

        return draft.Add("triggered_by", triggeredBy is null ? [] : [triggeredBy]).Build(sent.Node.Location);
    }

    /// <summary>In a conjunction of one, which no reader takes for an example of a payload.</summary>
    private static DraftMapping Shape(Draft schema) =>
        schema is DraftMapping mapping && (mapping.Find("$ref") ?? mapping.Find("properties")) is not null
            ? mapping
            : new DraftBuilder().Add("allOf", new DraftList([schema])).Build(schema.Origin);
}
