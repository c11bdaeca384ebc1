using Conformance.Specification.Model;
using Conformance.Specification.Reading.Inference;
using Conformance.Specification.Reading.Schemas;

namespace Conformance.Specification.Reading;

/// <summary>The section <c>error_format</c>.</summary>
internal static class ErrorFormatReader
{
    public static ErrorFormat? Read(MappingReader reader)
    {
        var standard = reader.Value("standard_response") ?? reader.Value("schema");
        var contentType = reader.Text("content_type")?.Value ?? "application/json";
        var roles = reader.Mapping("roles", "the roles of error fields");
        reader.Ignore("schema", "description");
        if (standard is null)
        {
            reader.Missing("standard_response");
            reader.End();
            return null;
        }

        var schema = BodyReader.Shape(standard, reader.Context);
        var format = new ErrorFormat(schema, Roles(roles, schema), contentType, reader.Location);
        roles?.End();
        reader.End();
        return format;
    }

    private static ErrorRoles Roles(MappingReader? declared, SchemaNode schema)
    {
        var details = Role(declared, "details", schema, ErrorRoleNames.Details);
        var detail = details is null ? null : SchemaFields.At(schema, details)?.Items;
        return new ErrorRoles(
            Role(declared, "code", schema, ErrorRoleNames.Code),
            Role(declared, "message", schema, ErrorRoleNames.Message),
            details,
            Role(declared, "detail_field", detail, ErrorRoleNames.DetailField),
            Role(declared, "detail_message", detail, ErrorRoleNames.DetailMessage),
            Role(declared, "request_id", schema, ErrorRoleNames.RequestId),
            Role(declared, "timestamp", schema, ErrorRoleNames.Timestamp)
        );
    }

    /// <summary>The declared path, which must exist where the shape is known; else the first usual name that does.</summary>
    private static string? Role(MappingReader? declared, string key, SchemaNode? schema, IReadOnlyList<string> usual)
    {
        if (declared?.Text(key) is not { } path)
        {
            return schema is null ? null : usual.FirstOrDefault(name => SchemaFields.At(schema, name) is not null);
        }

        if (schema is not null && schema.Properties.Length > 0 && SchemaFields.At(schema, path.Value) is null)
        {
            declared.Context.Unresolved(path.Location, "error field", path.Value, [.. SchemaFields.Paths(schema)]);
        }

        return path.Value;
    }
}
