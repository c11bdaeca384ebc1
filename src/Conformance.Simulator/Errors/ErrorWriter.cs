using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;
using Conformance.Simulator.Resources;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Errors;

/// <summary>Writes error bodies in the declared format, whatever goes wrong and wherever (STANDARDS ERR-01).</summary>
/// <param name="specification">Declares the format.</param>
/// <param name="values">Fills what the format requires beside the known parts.</param>
/// <param name="clock">Decides the timestamp.</param>
internal sealed class ErrorWriter(IntegrationSpecification specification, ValueGenerator values, TimeProvider clock)
{
    private static readonly ErrorRoles DefaultRoles = new(
        "error_code",
        "message",
        "details",
        "field",
        "error",
        "request_id",
        "timestamp"
    );

    private readonly ErrorRoles _roles = RolesOf(specification);

    /// <summary>Which fields of an error body carry what; plain names when nothing is declared.</summary>
    public static ErrorRoles RolesOf(IntegrationSpecification specification) =>
        specification.ErrorFormat?.Roles ?? DefaultRoles;

    /// <summary>The answer to a call that went wrong.</summary>
    public Reply Write(Call call, Problem problem)
    {
        var declared = Declared(call, problem);
        var body = new JsonObject();
        DottedPath.Set(body, _roles.Code, problem.Code);
        DottedPath.Set(body, _roles.Message, Message(problem, declared));
        DottedPath.Set(body, _roles.RequestId, call.RequestId);
        DottedPath.Set(body, _roles.Timestamp, Timestamp());
        SetDetails(body, problem);
        foreach (var (name, value) in problem.Fields)
        {
            DottedPath.Set(body, name, value?.DeepClone());
        }

        return new Reply(problem.Status)
        {
            Body = Complete(body, problem, declared),
            ContentType = specification.ErrorFormat?.ContentType ?? "application/json",
            Stage = problem.Status >= 500 ? ReplyStage.ServerError : ReplyStage.BusinessError,
        };
    }

    private ResponseDefinition? Declared(Call call, Problem problem) =>
        problem.Status == specification.RateLimits?.ExceededResponse?.Status.Value
            ? specification.RateLimits.ExceededResponse
            : call.Endpoint?.FindResponse(problem.Status);

    private string Message(Problem problem, ResponseDefinition? declared)
    {
        var shown = declared?.ErrorCode?.Value == problem.Code ? declared.Example?.Value : null;
        var text = shown is { } example ? DottedPath.Get(JsonNode.Parse(example.GetRawText()), _roles.Message) : null;
        return problem.Message
            ?? (text?.GetValueKind() is JsonValueKind.String ? text.GetValue<string>() : null)
            ?? specification.FindErrorCode(problem.Code)?.Description?.Value
            ?? "The request cannot be carried out";
    }

    private void SetDetails(JsonObject body, Problem problem)
    {
        if (_roles.Details is null || problem.Details.IsEmpty)
        {
            return;
        }

        var schema = DottedPath.Schema(specification.ErrorFormat?.Schema, _roles.Details);
        if (schema?.Types is JsonTypes.Object)
        {
            var byField = problem.Details.GroupBy(d => d.Path);
            var map = byField.Select(g => new KeyValuePair<string, JsonNode?>(g.Key, g.First().Message));
            DottedPath.Set(body, _roles.Details, new JsonObject(map));
            return;
        }

        var isText = schema?.Items?.Types is JsonTypes.String;
        DottedPath.Set(body, _roles.Details, new JsonArray([.. problem.Details.Select(d => Detail(d, isText))]));
    }

    private JsonNode Detail(Violation violation, bool isText)
    {
        if (isText)
        {
            return JsonValue.Create($"{violation.Path}: {violation.Message}");
        }

        var detail = new JsonObject();
        DottedPath.Set(detail, _roles.DetailField ?? "field", violation.Path);
        DottedPath.Set(detail, _roles.DetailMessage ?? "error", violation.Message);
        return detail;
    }

    /// <summary>Adds what format and response require: the status where it is repeated, the example's value, or a plain one.</summary>
    private JsonNode? Complete(JsonObject body, Problem problem, ResponseDefinition? declared)
    {
        foreach (var name in new[] { "status", "http_status", "status_code" })
        {
            var property = specification.ErrorFormat?.Schema.Properties.FirstOrDefault(p => p.Name.Value == name);
            if (property?.Schema.Types is JsonTypes.Integer or JsonTypes.Number)
            {
                body.TryAdd(name, problem.Status);
            }
        }

        var required = declared?.Schema?.Properties.Where(p => p.IsRequired).Select(p => p.Name.Value) ?? [];
        foreach (var name in required.Where(n => !body.ContainsKey(n)))
        {
            if (
                declared!.Example?.Value is { ValueKind: JsonValueKind.Object } shown
                && shown.TryGetProperty(name, out var value)
            )
            {
                body[name] = JsonNode.Parse(value.GetRawText());
            }
        }

        var whole = declared?.Schema is null ? body : values.Complete(declared.Schema, body);
        return specification.ErrorFormat is null ? whole : values.Complete(specification.ErrorFormat.Schema, whole);
    }

    private JsonNode Timestamp()
    {
        var now = clock.GetUtcNow();
        var schema = DottedPath.Schema(specification.ErrorFormat?.Schema, _roles.Timestamp);
        return schema?.Types is JsonTypes.Integer or JsonTypes.Number
            ? JsonValue.Create(now.ToUnixTimeSeconds())
            : JsonValue.Create(PlainText.DateTime(now));
    }
}
