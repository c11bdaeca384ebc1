using System.Collections.Immutable;
using Conformance.Specification.Drafts;
using Conformance.Specification.Model;
using Conformance.Specification.Yaml;

namespace Conformance.OpenApi.Export;

/// <summary>Endpoints as operations.</summary>
internal sealed class OperationExport(IntegrationSpecification specification, SchemaExport schemas, BodyExport bodies)
{
    private static readonly string[] Ignored = ["Accept", "Content-Type", "Authorization"];

    /// <summary>The paths, in the order of their first endpoint.</summary>
    public DraftBuilder Paths(RawSpecification raw)
    {
        var paths = new DraftBuilder();
        foreach (var path in specification.Endpoints.Zip(raw.Endpoints).GroupBy(e => e.First.Path.Value))
        {
            var item = new DraftBuilder();
            foreach (var (endpoint, written) in path)
            {
                item.Add(endpoint.Method.Value.ToLowerInvariant(), Operation(endpoint, written));
            }

            paths.Add(path.Key, item.Build());
        }

        return paths;
    }

    private DraftMapping Operation(Endpoint endpoint, YamlMapping written)
    {
        var summary = (written.Find("summary") as YamlScalar)?.Text ?? FirstLine(endpoint.Description?.Value);
        var operation = new DraftBuilder()
            .Add("operationId", endpoint.OperationId.Value)
            .Add("summary", summary ?? endpoint.Name)
            .Add("description", endpoint.Description?.Value)
            .Add("tags", written.Find("x-tags") is { } tags ? DraftBuilder.Copy(tags) : null);
        if (endpoint.Deprecated is not null)
        {
            operation.Add("deprecated", true);
        }

        operation
            .Add("security", Security(endpoint))
            .Add("parameters", Parameters(endpoint, written))
            .Add("requestBody", bodies.Request(endpoint.Request))
            .Add("responses", bodies.Responses(endpoint, written.Find("responses") as YamlMapping).Build())
            .Add(Extensions.Of("headers"), IgnoredHeaders(endpoint, written));
        foreach (var word in new[] { "idempotency", "resource" })
        {
            operation.Add(Extensions.Of(word), written.Find(word) is { } block ? Extensions.Pack(block) : null);
        }

        if (written.Find("deprecated") is YamlMapping terms)
        {
            operation.Add(Extensions.Of("deprecated"), Extensions.Pack(terms));
        }

        return operation.Build();
    }

    /// <summary>The document's own requirement holds unless an operation is public, or names scopes.</summary>
    private DraftList? Security(Endpoint endpoint)
    {
        if (specification.Authentication is null)
        {
            return null;
        }

        if (endpoint.IsPublic)
        {
            return new DraftList([]);
        }

        return endpoint.Scopes.IsEmpty ? null : SecurityExport.Requirement(endpoint.Scopes.Select(s => s.Value));
    }

    private DraftList? Parameters(Endpoint endpoint, YamlMapping written)
    {
        var headers = written.Find("headers") as YamlMapping;
        ImmutableArray<Draft> all =
        [
            .. endpoint.PathParameters.Select(p => Parameter(p, "path")),
            .. endpoint.QueryParameters.Select(p => Parameter(p, "query")),
            .. endpoint.Headers.Where(h => !IsIgnored(h)).Select(h => Header(h, headers)),
        ];
        return all.IsEmpty ? null : new DraftList(all);
    }

    private DraftMapping Parameter(ParameterDefinition parameter, string place) =>
        new DraftBuilder()
            .Add("name", parameter.Name.Value)
            .Add("in", place)
            .Add("required", place == "path" || parameter.Required)
            .Add("description", parameter.Description)
            .Add("deprecated", SchemaExport.Deprecated(parameter.Schema))
            .Add("schema", schemas.Undescribed(parameter.Schema with { Deprecated = false }))
            .Build();

    private DraftMapping Header(HeaderDefinition header, YamlMapping? written)
    {
        var group = written?.Find(header.Required ? "required" : "optional") as YamlMapping;
        var draft = new DraftBuilder()
            .Add("name", header.Name.Value)
            .Add("in", "header")
            .Add("required", header.Required);
        foreach (
            var (key, value) in bodies
                .Header(header.Text.Value, header.Schema, group?.Find(header.Name.Value))
                .Build()
                .Entries
        )
        {
            draft.Add(key, value);
        }

        return draft.Build();
    }

    /// <summary>Headers that a parameter must not define.</summary>
    private static DraftMapping? IgnoredHeaders(Endpoint endpoint, YamlMapping written)
    {
        var headers = new DraftBuilder();
        foreach (var group in new[] { "required", "optional" })
        {
            var declared = (written.Find("headers") as YamlMapping)?.Find(group) as YamlMapping;
            var kept = new DraftBuilder();
            foreach (var header in endpoint.Headers.Where(IsIgnored))
            {
                kept.Add(
                    header.Name.Value,
                    declared?.Find(header.Name.Value) is { } block ? Extensions.Pack(block) : null
                );
            }

            headers.Add(group, kept);
        }

        return headers.IsEmpty ? null : headers.Build();
    }

    private static bool IsIgnored(HeaderDefinition header) =>
        Ignored.Contains(header.Name.Value, StringComparer.OrdinalIgnoreCase);

    private static string? FirstLine(string? description) => description?.Trim().Split('\n')[0].Trim();
}
