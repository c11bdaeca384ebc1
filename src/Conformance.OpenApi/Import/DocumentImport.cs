using System.Collections.Immutable;
using Conformance.Specification.Drafts;
using Conformance.Specification.Yaml;

namespace Conformance.OpenApi.Import;

/// <summary>An OpenAPI document, section by section, as a draft of a specification.</summary>
/// <param name="context">What all parts share.</param>
/// <param name="schemes">The ways to authenticate.</param>
internal sealed class DocumentImport(ImportContext context, SecurityChoice schemes)
{
    private readonly YamlMapping root = context.Files.Main.Root;

    /// <summary>The draft.</summary>
    public DraftMapping Make()
    {
        ImmutableArray<PathOperation> operations = [.. Operations()];
        var security = new SecurityImport(context, operations.Select(o => o.Node), schemes);
        var bodies = new BodyImport(context);
        context.Schemas.TakeComponents();
        var endpoints = new OperationImport(context, security, bodies).Of(operations);
        var webhooks = new WebhookImport(context).Of(operations);
        var draft = new DraftBuilder()
            .Add("info", Info())
            .Add("overview", Overview())
            .Add("authentication", security.Section())
            .Add("endpoints", endpoints)
            .Add("data_models", context.Schemas.Models(), root.Find("components")?.Location)
            .Add("webhooks", webhooks)
            .Add("environments", new ServerImport(context).Section());
        // What an export carried along: whole sections, under their own names.
        foreach (var entry in root.Entries)
        {
            if (Extensions.WordOf(entry.Key.Text) is { } section)
            {
                draft.Add(section, Extensions.Unpack(entry.Value));
            }
        }

        return draft.Build(root.Location);
    }

    private IEnumerable<PathOperation> Operations()
    {
        foreach (var entry in root.Entries("paths"))
        {
            if (context.Resolve(entry.Value, "path item") is { } item)
            {
                foreach (var operation in PathOperation.Of(entry.Key.Text, item))
                {
                    yield return operation;
                }
            }
        }
    }

    private DraftMapping Info()
    {
        var info = root.Find("info") as YamlMapping;
        var draft = new DraftBuilder()
            .Add("title", info?.Text("title") ?? Path.GetFileNameWithoutExtension(context.Files.Main.Source.Name))
            .Add("version", info?.Text("version") is { Length: > 0 } version ? version : null);
        foreach (var key in new[] { "contact", "license" })
        {
            draft.Add("x-" + key, info?.Find(key) is { } value ? DraftBuilder.Copy(value) : null);
        }

        draft.Add("x-terms-of-service", info?.Text("termsOfService"));
        var isWhole = Extensions.Spread(root, "info", draft);
        return draft.Build(info?.Location) with
        {
            Comment = isWhole
                ? null
                : "TODO status, authors, last_updated, consumer, provider: OpenAPI does not say them.",
        };
    }

    private DraftMapping? Overview()
    {
        var draft = new DraftBuilder();
        if ((root.Find("info") as YamlMapping)?.Text("description") is { Length: > 0 } description)
        {
            draft.Add("purpose", description);
        }

        var isWhole = Extensions.Spread(root, "overview", draft);
        return draft.IsEmpty
            ? null
            : draft.Build() with
            {
                Comment = isWhole ? null : "TODO scope, architecture: OpenAPI does not say them.",
            };
    }
}
