using Conformance.Scenarios.Payloads;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Inventory;

/// <summary>
/// What follows from the definition of a request beyond single keywords: optional means optional, every wrong field is
/// named, text is kept, nothing is taken over that only the answer declares, and nothing breaks the target.
/// </summary>
internal sealed class RequestHandlingRequirements : IRequirementSource
{
    private const string TellsNothingNew = "No request tells it apart from another case's.";
    private const string NothingToSet =
        "Nothing in the answer could be set by a client, or undeclared fields are refused.";
    private const string NotShown = "No read operation shows the text under the same name.";

    /// <inheritdoc />
    public IEnumerable<InventoryEntry> Of(InventoryContext context) =>
        context
            .Specification.Endpoints.SelectMany(endpoint =>
                new[] { Survives(context, endpoint) }
                    .Concat(Headers(context, endpoint))
                    .Concat(endpoint.Request is { } body ? Body(context, endpoint, body) : [])
            )
            .Concat(Methods(context));

    private static InventoryEntry Survives(InventoryContext context, Endpoint endpoint) =>
        new Entries(InventorySection.Requests, endpoint).ByCase(new EndpointRequirements(endpoint).Survives) with
        {
            ReasonWhenUntested = "Nothing about its request is left open; other cases show it.",
        };

    private static IEnumerable<InventoryEntry> Headers(InventoryContext context, Endpoint endpoint)
    {
        var entries = new Entries(InventorySection.Requests, endpoint);
        foreach (var header in endpoint.Headers.Where(h => !h.Required))
        {
            var requirement = Sentences.Contract(
                RequirementIds.RequestHeader(endpoint, header.Name, "optional"),
                FieldSentences.Of(
                    $"header {header.Name.Value} of {endpoint.Name}",
                    "optional",
                    context.Effective.Of(header.Schema)
                ),
                header.Name.Location
            );
            yield return entries.ByCase(requirement) with
            {
                ReasonWhenUntested = "Cases about other things leave it out.",
            };
        }
    }

    private static IEnumerable<InventoryEntry> Body(InventoryContext context, Endpoint endpoint, RequestBody body)
    {
        var entries = new Entries(InventorySection.Requests, endpoint);
        foreach (
            var field in new BodyFields(context.Effective).Of(body.Schema).Where(f => f.Template.LastName is not null)
        )
        {
            foreach (var (aspect, sentence, reason) in Aspects(endpoint, field))
            {
                yield return entries.ByCase(
                    Sentences.Contract(
                        RequirementIds.RequestField(endpoint, field.Template.ToString(), aspect),
                        sentence,
                        field.Schema.Location
                    )
                ) with
                {
                    ReasonWhenUntested = reason,
                };
            }
        }

        yield return entries.ByCase(
            Sentences.Recommended(
                RequirementIds.RequestHeader(endpoint, "Content-Type", "variants"),
                $"The target SHOULD accept {body.ContentType.Value} for {endpoint.Name} however it is written.",
                body.ContentType.Location
            )
        ) with
        {
            ReasonWhenUntested = "The body is no JSON.",
        };
        yield return entries.ByCase(
            Sentences.Contract(
                RequirementIds.Operation(endpoint, "request.response_fields"),
                $"The target MUST NOT take over from a request what only the response of {endpoint.Name} declares.",
                endpoint.Resource?.Location ?? endpoint.Location
            )
        ) with
        {
            ReasonWhenUntested = NothingToSet,
        };
        if (context.Errors.Validation(endpoint) is { NamesFields: true } answer)
        {
            yield return entries.ByCase(
                Sentences.Contract(
                    RequirementIds.Response(endpoint, answer.Status, "details.every"),
                    $"The target MUST name every offending field in the error details of {endpoint.Name}.",
                    answer.Location
                )
            ) with
            {
                ReasonWhenUntested = "No two fields can be beyond a bound at once.",
            };
        }
    }

    private static IEnumerable<(string Aspect, string Sentence, string Reason)> Aspects(
        Endpoint endpoint,
        BodyField field
    )
    {
        var (name, path) = (field.First.ToString(), field.Template.ToString());
        if (field.Required is null)
        {
            yield return (
                "optional",
                FieldSentences.Of($"{path} of {endpoint.Name}", "optional", field.Schema),
                TellsNothingNew
            );
            yield return (
                "alone",
                $"The target MUST accept {path} of {endpoint.Name} without other optional fields.",
                TellsNothingNew
            );
        }

        if (field.Template.Segments.Length == 1 && field.Schema.Types.HasFlag(JsonTypes.String))
        {
            yield return (
                "any_text",
                new EndpointRequirements(endpoint).Accepts(name, field.Schema).Statement,
                NotShown
            );
            yield return ("kept", $"The target MUST return {name} as {endpoint.Name} was sent it.", NotShown);
        }
    }

    private static IEnumerable<InventoryEntry> Methods(InventoryContext context)
    {
        var entries = new Entries(InventorySection.Requests);
        if (context.Specification.Endpoints.FirstOrDefault() is not { } first)
        {
            yield break;
        }

        var location = first.Path.Location;
        (Requirement Requirement, string Reason)[] all =
        [
            (
                Sentences.Proposal(
                    RequirementIds.Section("api", "method.trace"),
                    "The target SHOULD NOT answer TRACE, for it would show credentials to whoever can send it.",
                    location
                ),
                NoPlainOperation
            ),
            (
                Sentences.Contract(
                    RequirementIds.Section("api", "method.unknown.not_carried_out"),
                    "The target MUST NOT carry out a method that HTTP does not know.",
                    location
                ),
                NoPlainOperation
            ),
            (
                Sentences.Recommended(
                    RequirementIds.Section("api", "method.unknown"),
                    "The target SHOULD answer 501 or 405 to a method that HTTP does not know.",
                    location
                ),
                NoPlainOperation
            ),
        ];
        foreach (var (requirement, reason) in all)
        {
            yield return entries.ByCase(requirement) with
            {
                ReasonWhenUntested = reason,
            };
        }
    }

    private const string NoPlainOperation = "No operation is read without path parameters.";
}
