using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Conformance.Specification.Drafts;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;
using Conformance.Specification.Yaml;

namespace Conformance.OpenApi.Export;

/// <summary>Bodies of requests, and responses with their headers.</summary>
internal sealed class BodyExport(IntegrationSpecification specification, SchemaExport schemas)
{
    /// <summary>Name of the component that all errors have in common.</summary>
    public const string StandardError = "StandardError";

    private readonly bool hasStandardError = specification.ErrorFormat is not null;

    /// <summary>The request body; null when there is none.</summary>
    public DraftMapping? Request(RequestBody? request)
    {
        if (request is null)
        {
            return null;
        }

        var media = new DraftBuilder()
            .Add("schema", schemas.Of(request.Schema))
            .Add(Extensions.Body, request.Schema.InferredFromExample ? "inferred" : null);
        Example(request.Example, request.Schema, media);
        return new DraftBuilder()
            .Add("required", request.IsRequired)
            .Add("content", new DraftBuilder().Add(request.ContentType.Value, media.Build()))
            .Build();
    }

    /// <summary>The responses by status.</summary>
    /// <param name="endpoint">The operation.</param>
    /// <param name="written">The responses as they are written.</param>
    public DraftBuilder Responses(Endpoint endpoint, YamlMapping? written)
    {
        var draft = new DraftBuilder();
        foreach (var response in endpoint.Responses)
        {
            Add(response.Status.Value.ToString(CultureInfo.InvariantCulture), response);
        }

        foreach (var range in endpoint.OtherResponses)
        {
            Add(range.Name, range.Response);
        }

        // OpenAPI wants at least one; what is not declared stays open.
        return draft.IsEmpty
            ? draft.Add(
                "default",
                new DraftBuilder().Add("description", "Not declared").Add(Extensions.Undeclared, true).Build()
            )
            : draft;

        void Add(string key, ResponseDefinition response) =>
            draft.Add(key, Response(response, (written?.Find(key) as YamlMapping)?.Find("headers") as YamlMapping));
    }

    /// <summary>The header object of a request or response header; what the text alone implies is marked.</summary>
    public DraftBuilder Header(string text, SchemaNode schema, YamlNode? written) =>
        new DraftBuilder()
            .Add("description", text)
            .Add("deprecated", SchemaExport.Deprecated(schema))
            .Add("schema", schemas.Of(schema with { Deprecated = false }))
            .Add(Extensions.Text, written is YamlScalar ? new DraftScalar("true", true) : null);

    private DraftMapping Response(ResponseDefinition response, YamlMapping? written)
    {
        var headers = new DraftBuilder();
        foreach (var header in response.Headers)
        {
            var draft = Header(header.Text.Value, header.Schema, written?.Find(header.Name.Value));
            headers.Add(header.Name.Value, draft.Add("required", header.Required));
        }

        return new DraftBuilder()
            .Add("description", response.Description?.Value ?? "")
            .Add("headers", headers)
            .Add("content", Content(response))
            .Build();
    }

    private DraftBuilder Content(ResponseDefinition response)
    {
        if (response.Schema is null)
        {
            return new DraftBuilder();
        }

        var media = new DraftBuilder();
        var hasStandard = hasStandardError && response.Status.Value >= 400;
        if (response.OwnSchema is not { } own)
        {
            media.Add("schema", Common(response)).Add(Extensions.Body, "standard");
        }
        else
        {
            ImmutableArray<Draft> both = [SchemaExport.To(StandardError), schemas.Of(own)];
            media
                .Add(
                    "schema",
                    hasStandard ? new DraftBuilder().Add("allOf", new DraftList(both)).Build() : schemas.Of(own)
                )
                .Add(
                    Extensions.Body,
                    own.InferredFromExample ? "inferred"
                        : hasStandard ? "extended"
                        : null
                );
        }

        Example(response.Example, response.Schema, media);

        return new DraftBuilder().Add(response.ContentType?.Value ?? "application/json", media.Build());
    }

    /// <summary>What a response without a word of its own has: the fields of all errors, or those of a refusal for its rate.</summary>
    private DraftMapping Common(ResponseDefinition response) =>
        response.Example is null && hasStandardError ? SchemaExport.To(StandardError) : schemas.Of(response.Schema!);

    private void Example(Located<JsonElement>? example, SchemaNode schema, DraftBuilder media)
    {
        if (example is not null)
        {
            var isWhole = !ContractSchema
                .Create(schema, specification)
                .Validate(example.Value)
                .Any(v => !v.IsUndecided);
            media.Add(isWhole ? "example" : Extensions.Example, DraftJson.Of(example.Value));
        }
    }
}
