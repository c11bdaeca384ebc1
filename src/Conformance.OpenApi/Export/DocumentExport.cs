using Conformance.Specification.Drafts;
using Conformance.Specification.Model;
using Conformance.Specification.Yaml;

namespace Conformance.OpenApi.Export;

/// <summary>A specification, section by section, as a draft of an OpenAPI 3.1 document.</summary>
internal sealed class DocumentExport(IntegrationSpecification specification, RawSpecification raw)
{
    private readonly SchemaExport schemas = new(
        specification.DataModels,
        BodyExport.StandardError,
        WebhookExport.Envelope
    );

    /// <summary>The draft.</summary>
    public DraftMapping Make()
    {
        var bodies = new BodyExport(specification, schemas);
        var document = new DraftBuilder().Add("openapi", "3.1.1").Add("info", Info());
        ServerExport.Write(specification, raw, document);
        document.Add(
            "security",
            specification.Authentication is null ? new DraftList([]) : SecurityExport.Requirement([])
        );
        document.Add("tags", Tags());
        document.Add("paths", new OperationExport(specification, schemas, bodies).Paths(raw).Build());
        if (specification.Webhooks is { } webhooks)
        {
            document.Add("webhooks", new WebhookExport(webhooks, raw, schemas).Events());
        }

        document.Add("components", Components());
        document.Add(Extensions.Of("info"), RawSpecification.Rest(raw.Section("info"), [.. InfoKeys]));
        document.Add(Extensions.Of("overview"), RawSpecification.Rest(raw.Section("overview"), "purpose"));
        document.Add(Extensions.Of("webhooks"), RawSpecification.Rest(raw.Section("webhooks"), "events"));
        raw.Carry(
            document,
            "error_format",
            "error_codes",
            "rate_limits",
            "idempotency",
            "sequence_diagrams",
            "sequence_diagram",
            "test_scenarios",
            "profiles"
        );
        return document.Build();
    }

    private static readonly string[] InfoKeys =
    [
        "title",
        "version",
        "description",
        "x-contact",
        "x-license",
        "x-terms-of-service",
    ];

    private DraftMapping Info()
    {
        var written = raw.Section("info");
        Draft? Kept(string key) => written?.Find(key) is { } block ? DraftBuilder.Copy(block) : null;
        return new DraftBuilder()
            .Add("title", specification.Info.Title.Value)
            .Add("version", specification.Info.Version?.Value ?? "")
            .Add("description", specification.Overview?.Purpose?.Value)
            .Add("contact", Kept("x-contact"))
            .Add("license", Kept("x-license"))
            .Add("termsOfService", Kept("x-terms-of-service"))
            .Build();
    }

    private DraftList? Tags()
    {
        var names = raw
            .Endpoints.SelectMany(e => (e.Find("x-tags") as YamlSequence)?.Items ?? [])
            .OfType<YamlScalar>()
            .Select(t => t.Text)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return names.Count == 0
            ? null
            : new DraftList([.. names.Select(n => new DraftBuilder().Add("name", n).Build())]);
    }

    private DraftBuilder Components()
    {
        var models = new DraftBuilder();
        foreach (var model in specification.DataModels)
        {
            var name = schemas.ComponentOf(model.Name.Value);
            models.Add(
                name,
                With(schemas.Of(model.Schema), Extensions.Name, name == model.Name.Value ? null : model.Name.Value)
            );
        }

        Part(models, BodyExport.StandardError, "error_format", specification.ErrorFormat?.Schema);
        Part(models, WebhookExport.Envelope, "webhooks", specification.Webhooks?.Envelope);
        var security = SecurityExport.Of(specification, raw) is { } scheme
            ? new DraftBuilder().Add(SecurityExport.Scheme, scheme)
            : new DraftBuilder();
        return new DraftBuilder().Add("schemas", models).Add("securitySchemes", security);
    }

    private void Part(DraftBuilder models, string name, string section, SchemaNode? schema) =>
        models.Add(name, schema is null ? null : With(schemas.Of(schema), Extensions.PartOf, section));

    private static DraftMapping With(DraftMapping schema, string key, string? value) =>
        value is null
            ? schema
            : schema with
            {
                Entries = schema.Entries.Add(KeyValuePair.Create<string, Draft>(key, new DraftScalar(value))),
            };
}
