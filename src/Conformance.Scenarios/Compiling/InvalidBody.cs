using System.Text.Json.Nodes;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Payloads;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Compiling;

/// <summary>A body that is invalid beyond doubt: one field of another type, all others as they should be.</summary>
internal static class InvalidBody
{
    /// <summary>The body; null when no field's type is declared.</summary>
    public static BodyTemplate.Json? Of(EndpointContext endpoint, RequestBody body)
    {
        var valid = endpoint.Context.Payloads.Valid(
            body.Schema,
            PayloadShape.Full,
            $"{endpoint.Endpoint.OperationId.Value}/invalid"
        );
        return new BodyFields(endpoint.Context.Effective)
            .Of(body.Schema)
            .Where(f => f.Template.Segments.Length == 1 && f.Schema.Types is not JsonTypes.Any)
            .Reverse()
            .Select(f => PayloadEditor.With(valid, f.First, Wrong(f.Schema)))
            .Where(payload => endpoint.Context.Judge.Agrees(body.Schema, payload, isValid: false))
            .Select(payload => ValidRequests.Json(body, payload))
            .FirstOrDefault();
    }

    private static JsonNode Wrong(SchemaNode schema) =>
        schema.Types.HasFlag(JsonTypes.Boolean) ? JsonValue.Create("neither") : JsonValue.Create(true);
}
