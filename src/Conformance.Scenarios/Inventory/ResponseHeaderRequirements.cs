using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Inventory;

/// <summary>What the headers of an answer must be.</summary>
internal static class ResponseHeaderRequirements
{
    /// <summary>The requirements of one header.</summary>
    public static IEnumerable<InventoryEntry> Of(
        InventoryContext context,
        Entries entries,
        Endpoint endpoint,
        int status,
        ResponseHeader header
    )
    {
        var name = header.Name.Value;
        var id = RequirementIds.ResponseHeader(endpoint, status, name);
        var answers = AnswersOf.Status(endpoint, status);
        var isOfLimit = IsOfLimit(context.Specification, name);
        var sentence = Sentences.Contract(
            id,
            $"The target MUST send {name} when it answers {endpoint.Name} with {status}.",
            header.Name.Location
        );
        if (header.Required)
        {
            yield return isOfLimit
                ? entries.OnAnswers(
                    sentence,
                    "RateLimitHeadersArePresent",
                    answers,
                    RequirementIds.Section("rate_limits", "headers")
                )
                : entries.OnAnswers(sentence, "DeclaredResponseHeadersArePresent", answers);
        }

        if (isOfLimit)
        {
            yield break;
        }

        var form = sentence with
        {
            Id = $"{id}.form",
            Statement =
                $"The target MUST send {name} in the declared form when it answers {endpoint.Name} with {status}.",
        };
        if (string.Equals(name, "Retry-After", StringComparison.OrdinalIgnoreCase))
        {
            yield return entries.OnAnswers(
                form,
                "RetryAfterIsWellFormed",
                answers,
                RequirementIds.Section("rate_limits", "headers.retry-after")
            );
        }
        else if (SchemaKeywords.Of(header.Schema).Any(k => k != "type"))
        {
            yield return entries.ByCase(form);
        }
    }

    private static bool IsOfLimit(IntegrationSpecification specification, string name)
    {
        var names = specification.RateLimits?.Headers;
        return new[] { names?.Limit, names?.Remaining, names?.Reset }.Any(n =>
            string.Equals(n?.Value, name, StringComparison.OrdinalIgnoreCase)
        );
    }
}
