using Conformance.Specification.Drafts;
using Conformance.Specification.Model;
using Conformance.Specification.Yaml;

namespace Conformance.OpenApi.Export;

/// <summary>Events as webhooks.</summary>
internal sealed class WebhookExport(Webhooks webhooks, RawSpecification raw, SchemaExport schemas)
{
    /// <summary>Name of the component that all deliveries have in common.</summary>
    public const string Envelope = "WebhookEnvelope";

    /// <summary>The webhooks by event.</summary>
    public DraftBuilder Events()
    {
        var events = raw.Section("webhooks")?.Find("events") as YamlMapping;
        var draft = new DraftBuilder();
        foreach (var one in webhooks.Events)
        {
            var post = Post(one, events?.Find(one.Name.Value) as YamlMapping);
            draft.Add(one.Name.Value, new DraftBuilder().Add("post", post).Build());
        }

        return draft;
    }

    private DraftMapping Post(WebhookEvent one, YamlMapping? written)
    {
        var schema =
            webhooks.Envelope is not null ? SchemaExport.To(Envelope)
            : one.Payload is not null ? schemas.Of(one.Payload)
            : new DraftMapping([]);
        var media = new DraftBuilder().Add("schema", schema);
        var body = new DraftBuilder()
            .Add("required", true)
            .Add("content", new DraftBuilder().Add("application/json", media.Build()));
        var understood = new DraftBuilder().Add(
            "description",
            webhooks.ExpectedResponse?.Value ?? "The delivery was taken"
        );
        return new DraftBuilder()
            .Add("operationId", "webhook-" + one.Name.Value)
            .Add("summary", one.Description?.Value ?? one.Name.Value)
            .Add("description", one.Description?.Value)
            .Add("security", new DraftList([]))
            .Add("parameters", Headers())
            .Add("requestBody", body)
            .Add("responses", new DraftBuilder().Add("2XX", understood.Build()))
            .Add(Extensions.Of("event"), RawSpecification.Rest(written, "description"))
            .Build();
    }

    private DraftList? Headers()
    {
        var names = new[] { webhooks.Security?.SignatureHeader?.Value, webhooks.Security?.TimestampHeader?.Value };
        var headers = names
            .OfType<string>()
            .Select(name =>
                new DraftBuilder()
                    .Add("name", name)
                    .Add("in", "header")
                    .Add("required", true)
                    .Add("schema", new DraftBuilder().Add("type", "string"))
                    .Build()
            )
            .ToList();
        return headers.Count == 0 ? null : new DraftList([.. headers]);
    }
}
