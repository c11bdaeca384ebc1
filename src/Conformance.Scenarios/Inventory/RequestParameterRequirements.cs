using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Inventory;

/// <summary>What the headers, query parameters and path parameters of a request must be.</summary>
internal sealed class RequestParameterRequirements : IRequirementSource
{
    /// <inheritdoc />
    public IEnumerable<InventoryEntry> Of(InventoryContext context) =>
        context.Specification.Endpoints.SelectMany(endpoint =>
            Headers(context, endpoint).Concat(Query(context, endpoint)).Concat(Path(context, endpoint))
        );

    private static IEnumerable<InventoryEntry> Headers(InventoryContext context, Endpoint endpoint)
    {
        var entries = new Entries(InventorySection.Requests, endpoint);
        var reason = context.Errors.Validation(endpoint) is null ? Reasons.NoRefusalDeclared : null;
        foreach (var header in endpoint.Headers.Where(h => !IsOfAnotherSection(context, endpoint, h.Name)))
        {
            var subject = $"header {header.Name.Value} of {endpoint.Name}";
            foreach (var (keyword, schema) in Texts(context, header.Required, header.Schema))
            {
                var requirement = Sentences.Contract(
                    RequirementIds.RequestHeader(endpoint, header.Name, keyword),
                    FieldSentences.Of(subject, keyword, schema),
                    header.Name.Location
                );
                // What an optional header holds is often ignored when it is wrong, and seldom is that forbidden.
                yield return entries.ByCase(
                    header.Required ? requirement : requirement with { Level = RequirementLevel.Should }
                ) with
                {
                    ReasonWhenUntested = reason,
                };
            }
        }
    }

    private static IEnumerable<InventoryEntry> Query(InventoryContext context, Endpoint endpoint)
    {
        var entries = new Entries(InventorySection.Requests, endpoint);
        var reason = context.Errors.Validation(endpoint) is null ? Reasons.NoRefusalDeclared : null;
        foreach (var parameter in endpoint.QueryParameters)
        {
            var name = parameter.Name.Value;
            foreach (var (keyword, schema) in Texts(context, parameter.Required, parameter.Schema))
            {
                yield return entries.ByCase(
                    Sentences.Contract(
                        RequirementIds.RequestParameter(endpoint, "query", name, keyword),
                        FieldSentences.Of($"query parameter {name} of {endpoint.Name}", keyword, schema),
                        keyword == "required" ? parameter.Name.Location : schema.LocationOf(keyword)
                    )
                ) with
                {
                    ReasonWhenUntested = reason,
                };
            }

            if (endpoint.Resource?.QueryParameter != name)
            {
                yield return entries.ByCase(
                    Sentences.Contract(
                        RequirementIds.RequestParameter(endpoint, "query", name, "meaning"),
                        $"The target MUST let query parameter {name} of {endpoint.Name} act as described.",
                        parameter.Name.Location
                    )
                ) with
                {
                    ReasonWhenUntested =
                        endpoint.Resource?.Action is ResourceAction.List ? null
                        : parameter.Description is null ? Reasons.Prose
                        : $"{Reasons.Prose} (\"{parameter.Description}\")",
                };
            }
        }
    }

    private static IEnumerable<InventoryEntry> Path(InventoryContext context, Endpoint endpoint)
    {
        var entries = new Entries(InventorySection.Requests, endpoint);
        foreach (var parameter in endpoint.PathParameters)
        {
            var name = parameter.Name.Value;
            // Whatever is said of it: text that cannot be an identifier names no resource.
            foreach (
                var (keyword, schema) in Texts(context, isRequired: false, parameter.Schema)
                    .Append(("format", context.Effective.Of(parameter.Schema)))
                    .DistinctBy(t => t.Item1)
            )
            {
                yield return entries.ByCase(
                    Sentences.Contract(
                        RequirementIds.RequestParameter(endpoint, "path", name, keyword),
                        $"The target MUST refuse {endpoint.Name} when {name} breaks its {keyword}, as an unknown or an invalid one.",
                        schema.LocationOf(keyword)
                    )
                ) with
                {
                    ReasonWhenUntested =
                        endpoint.FindResponse(404) is null ? "The operation declares no answer 404."
                        : endpoint.Resource?.PathParameter != name ? "No resource is said to be named by it."
                        : null,
                };
            }
        }
    }

    // Parameters travel as text: that they are texts says nothing.
    private static IEnumerable<(string Keyword, SchemaNode Schema)> Texts(
        InventoryContext context,
        bool isRequired,
        SchemaNode written
    )
    {
        var schema = context.Effective.Of(written);
        return (isRequired ? ["required"] : Array.Empty<string>())
            .Concat(SchemaKeywords.Of(schema))
            .Where(keyword => keyword != "type" || (schema.Types & JsonTypes.String) == 0)
            .Select(keyword => (keyword, schema));
    }

    private static bool IsOfAnotherSection(InventoryContext context, Endpoint endpoint, string name) =>
        new[]
        {
            "Content-Type",
            "Accept",
            "Authorization",
            context.Specification.Authentication?.HeaderName?.Value,
            endpoint.Idempotency?.Header.Value,
        }.Contains(name, StringComparer.OrdinalIgnoreCase);
}
