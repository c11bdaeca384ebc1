using System.Text.Json.Nodes;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Payloads;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.Declared;

/// <summary>Carries a payload expression out on a valid payload.</summary>
internal static class DeclaredPayload
{
    /// <summary>The request with the payload that the expression describes; the valid one when there is none.</summary>
    public static RequestTemplate Apply(
        EndpointContext endpoint,
        RequestTemplate request,
        PayloadExpression? expression
    )
    {
        if (
            expression is null
            || endpoint.Endpoint.Request is not { } body
            || request.Body is not BodyTemplate.Json valid
        )
        {
            return request;
        }

        if (expression.Literal is { } literal)
        {
            return request with { Body = new BodyTemplate.Json(literal.Value, body.ContentType) };
        }

        var payload = expression.Edits.Aggregate(JsonNode.Parse(valid.Value.GetRawText()), Edit);
        return endpoint.WithBody(request, payload);
    }

    private static JsonNode? Edit(JsonNode? payload, PayloadEdit edit)
    {
        var path = FieldPath.Parse(edit.Path).At(0);
        return edit is PayloadEdit.With with
            ? PayloadEditor.With(payload, path, JsonNode.Parse(with.Value.GetRawText()))
            : PayloadEditor.Without(payload, path);
    }
}
