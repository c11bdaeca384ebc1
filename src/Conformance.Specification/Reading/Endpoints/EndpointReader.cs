using System.Collections.Immutable;
using Conformance.Specification.Model;
using Conformance.Specification.Reading.Inference;
using Conformance.Specification.Reading.Schemas;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading.Endpoints;

/// <summary>One endpoint block.</summary>
internal static class EndpointReader
{
    private static readonly ImmutableArray<string> Methods =
    [
        "GET",
        "POST",
        "PUT",
        "PATCH",
        "DELETE",
        "HEAD",
        "OPTIONS",
    ];

    public static Endpoint? Read(MappingReader reader, ResponseReader responses)
    {
        var method = Method(reader);
        var path = reader.RequiredText("path");
        var endpoint = method is null || path is null ? null : Read(reader, responses, method, path);
        if (endpoint is null)
        {
            // What cannot be bound is not searched for unknown keys either: one finding is enough.
            return null;
        }

        reader.Ignore("summary", "notes");
        reader.End();
        return endpoint;
    }

    private static Located<string>? Method(MappingReader reader)
    {
        if (reader.RequiredText("method") is not { } method)
        {
            return null;
        }

        var upper = method.Value.ToUpperInvariant();
        if (Methods.Contains(upper))
        {
            return method with { Value = upper };
        }

        reader.Word("method", Methods);
        return null;
    }

    private static Endpoint Read(
        MappingReader reader,
        ResponseReader responses,
        Located<string> method,
        Located<string> path
    )
    {
        var headers = RequestHeaders(reader);
        var security = reader.Mapping("security", "the security of an endpoint");
        var (declared, others) = responses.ReadAll(reader);
        var endpoint = new Endpoint
        {
            OperationId =
                reader.Text("operation_id") ?? new Located<string>(OperationIds.Of(method, path), method.Location),
            Method = method,
            Path = path,
            Description = reader.Text("description"),
            Headers = headers,
            PathParameters = ParameterReader.Path(reader, path),
            QueryParameters = ParameterReader.Query(reader),
            Request = Request(reader, headers),
            Responses = declared,
            OtherResponses = others,
            IsPublic = security?.Boolean("public") ?? false,
            Scopes = security?.Texts("scopes") ?? [],
            Idempotency = reader.Mapping("idempotency", "the idempotency rules") is { } rules
                ? IdempotencyReader.Read(rules)
                : null,
            Resource = reader.Mapping("resource", "the resource role") is { } role ? ResourceReader.Read(role) : null,
            Deprecated = DeprecationReader.Read(reader),
            Location = reader.Location,
        };
        security?.End();
        return endpoint;
    }

    private static ImmutableArray<HeaderDefinition> RequestHeaders(MappingReader reader)
    {
        if (reader.Mapping("headers", "the request headers") is not { } headers)
        {
            return [];
        }

        ImmutableArray<HeaderDefinition> all =
        [
            .. headers.Entries("required").Select(e => HeaderReader.Request(e, true, reader.Context)),
            .. headers.Entries("optional").Select(e => HeaderReader.Request(e, false, reader.Context)),
        ];
        headers.End();
        return all;
    }

    private static RequestBody? Request(MappingReader reader, ImmutableArray<HeaderDefinition> headers)
    {
        if (reader.Mapping("request", "the request") is not { } request)
        {
            return null;
        }

        var (schema, example) = BodyReader.Read(request);
        var required = request.Boolean("required") ?? true;
        var contentType = request.Text("content_type") ?? ContentType(headers) ?? Json(request.Location);
        request.Ignore("description");
        request.End();
        return schema is null
            ? null
            : new RequestBody(contentType, schema, example, request.Location) { IsRequired = required };
    }

    private static Located<string>? ContentType(ImmutableArray<HeaderDefinition> headers) =>
        headers
            .FirstOrDefault(h =>
                h.Name.Value.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) && h.Schema.Const is not null
            )
            ?.Text;

    private static Located<string> Json(SourceLocation location) => new("application/json", location);
}
