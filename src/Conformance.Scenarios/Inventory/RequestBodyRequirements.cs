using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Inventory;

/// <summary>What the body of a request must be: its media type, its syntax, and each field by each keyword.</summary>
internal sealed class RequestBodyRequirements : IRequirementSource
{
    /// <inheritdoc />
    public IEnumerable<InventoryEntry> Of(InventoryContext context) =>
        context.Specification.Endpoints.SelectMany(endpoint =>
            endpoint.Request is { } request ? Of(context, endpoint, request) : []
        );

    private static IEnumerable<InventoryEntry> Of(InventoryContext context, Endpoint endpoint, RequestBody request)
    {
        var entries = new Entries(InventorySection.Requests, endpoint);
        var isJson = BodyTypes.IsJson(request.ContentType);
        var reason =
            context.Errors.Validation(endpoint) is null ? Reasons.NoRefusalDeclared
            : isJson ? null
            : BodyTypes.IsForm(request.ContentType) ? Reasons.FormsAreTexts
            : Reasons.BodyIsNotSent;
        yield return entries.ByCase(
            Sentences.Contract(
                RequirementIds.RequestHeader(endpoint, "Content-Type", "const"),
                $"The target MUST refuse {endpoint.Name} with another media type than {request.ContentType.Value}.",
                request.ContentType.Location
            )
        ) with
        {
            ReasonWhenUntested = reason,
        };
        if (isJson)
        {
            yield return entries.ByCase(
                Sentences.Contract(
                    RequirementIds.RequestField(endpoint, "", "syntax"),
                    $"The target MUST refuse {endpoint.Name} with a body that is no JSON.",
                    request.Location
                )
            ) with
            {
                ReasonWhenUntested = reason,
            };
        }

        foreach (var rule in new SchemaKeywords(context.Effective).Of(request.Schema, schema => schema.ReadOnly))
        {
            var subject = $"{(rule.Path.Length == 0 ? "the body" : rule.Path)} of {endpoint.Name}";
            yield return entries.ByCase(
                Sentences.Contract(
                    RequirementIds.RequestField(endpoint, rule.Path, rule.Keyword),
                    FieldSentences.Of(subject, rule.Keyword, rule.Schema),
                    rule.Location
                )
            ) with
            {
                ReasonWhenUntested = reason,
            };
        }
    }
}
