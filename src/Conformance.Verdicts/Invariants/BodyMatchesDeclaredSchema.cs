using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;
using Conformance.Verdicts.Evidence;

namespace Conformance.Verdicts.Invariants;

/// <summary>
/// A body matches the schema that its status declares. What the error format demands of every error is left to
/// <see cref="ErrorFormatHolds"/>, and what one error's example shows is not demanded of another error that shares
/// its status.
/// </summary>
internal sealed class BodyMatchesDeclaredSchema : Invariant
{
    /// <inheritdoc />
    public override IEnumerable<Judged> Judge(SeenExchange seen)
    {
        if (
            seen.Endpoint is not { } endpoint
            || seen.Declared is not { Schema: { } schema } response
            || seen.HasNoBodyByProtocol
            || !MediaTypes.IsJson(response.ContentType?.Value ?? MediaTypes.Json)
            || ShowsAnotherError(seen, response, schema)
        )
        {
            yield break;
        }

        var requirement = Contract(
            RequirementIds.Response(endpoint, seen.Status, "body"),
            $"The target MUST answer {endpoint.Name} with a body that matches the schema of status {seen.Status}.",
            schema.Location,
            "HTTP-23"
        );
        var common = seen.IsError ? seen.Specification.ErrorFormat?.Schema : null;
        yield return new(requirement, SchemaJudging.Judge(seen, schema, beside: common));
    }

    private static bool ShowsAnotherError(SeenExchange seen, ResponseDefinition response, SchemaNode schema) =>
        seen.IsError
        && response.ErrorCode is { } shown
        && seen.ErrorCode is { } code
        && code != shown.Value
        && (schema.InferredFromExample || schema.AllOf.Any(part => part.InferredFromExample));
}
