using System.Collections.Immutable;
using System.Globalization;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Inventory;

/// <summary>What an operation answers: each declared status, its headers, its media type, and each field of its body.</summary>
internal sealed class ResponseRequirements : IRequirementSource
{
    private const string StatusIsDeclared = nameof(StatusIsDeclared);

    /// <inheritdoc />
    public IEnumerable<InventoryEntry> Of(InventoryContext context) =>
        context.Specification.Endpoints.SelectMany(endpoint =>
            Whole(endpoint).Concat(endpoint.Responses.SelectMany(response => Of(context, endpoint, response)))
        );

    private static IEnumerable<InventoryEntry> Whole(Endpoint endpoint)
    {
        var entries = new Entries(InventorySection.Responses, endpoint);
        yield return entries.OnAnswers(
            Sentences.Contract(
                RequirementIds.Operation(endpoint, "response.status"),
                $"The target MUST answer {endpoint.Name} with a status that the specification declares.",
                endpoint.Location
            ),
            StatusIsDeclared,
            AnswersOf.Operation(endpoint)
        );
        yield return entries.OnAnswers(
            Sentences.Contract(
                RequirementIds.Operation(endpoint, "response.no-server-error"),
                $"The target MUST NOT answer a faulty {endpoint.Name} with a server error.",
                endpoint.Location
            ),
            "NoServerErrorOnClientFault",
            AnswersOf.ClientFault(endpoint)
        );
    }

    private static IEnumerable<InventoryEntry> Of(
        InventoryContext context,
        Endpoint endpoint,
        ResponseDefinition response
    )
    {
        var status = response.Status.Value;
        var reason = ReasonOf(context.Specification, endpoint, response);
        var whole = new Entries(InventorySection.Responses, endpoint).OnAnswers(
            Sentences.Contract(
                RequirementIds.Response(endpoint, status),
                $"The target MUST answer {endpoint.Name} with {Text(status)} when it is due"
                    + (response.Description is { } when ? $": {when.Value}." : "."),
                response.Location
            ),
            StatusIsDeclared,
            AnswersOf.Status(endpoint, status),
            RequirementIds.Operation(endpoint, "response.status")
        );
        return Named(context, endpoint, response)
            .Concat(Fields(context, endpoint, response))
            .Prepend(whole)
            .Select(entry => entry with { ReasonWhenUntested = entry.ReasonWhenUntested ?? reason });
    }

    // Why no case may come to see an answer at all.
    private static string? ReasonOf(
        IntegrationSpecification specification,
        Endpoint endpoint,
        ResponseDefinition response
    )
    {
        var status = response.Status.Value;
        return status >= 500 ? Reasons.NothingProvokes
            : status == (specification.RateLimits?.ExceededResponse?.Status.Value ?? 429)
                ? Reasons.ToldByRefusal(endpoint)
            : response.ErrorCode is { } code && code.Value == endpoint.Idempotency?.OnInFlight?.ErrorCode?.Value
                ? Reasons.ProvidersChoice
            : null;
    }

    private static ImmutableArray<SchemaProperty> FieldsOf(InventoryContext context, ResponseDefinition response) =>
        response.Schema is { } schema ? context.Effective.Of(schema).Properties : [];

    private static IEnumerable<InventoryEntry> Named(
        InventoryContext context,
        Endpoint endpoint,
        ResponseDefinition response
    )
    {
        var entries = new Entries(InventorySection.Responses, endpoint);
        var status = response.Status.Value;
        var answers = AnswersOf.Status(endpoint, status);
        foreach (var header in response.Headers)
        {
            foreach (var entry in ResponseHeaderRequirements.Of(context, entries, endpoint, status, header))
            {
                yield return entry;
            }
        }

        if (status == 201)
        {
            foreach (var field in FieldsOf(context, response).Where(p => CreationTimes.IsOne(p.Name.Value)))
            {
                var current = Sentences.Contract(
                    RequirementIds.Response(endpoint, status, $"body.{field.Name.Value}.current"),
                    $"The target MUST tell by {field.Name.Value} when {endpoint.Name} was carried out.",
                    field.Schema.Location
                );
                yield return context.Options.Environment is { TestClockUrl: null }
                    ? entries.OnAnswers(current, "CreationTimeIsCurrent", answers)
                    : entries.NotObserved(
                        current,
                        "It shows where the target's clock is the real one: not under a test clock."
                    );
            }
        }

        foreach (var update in status < 400 ? UpdateTimes.In(context.Effective, response.Schema) : [])
        {
            yield return entries.OnAnswers(
                Sentences.Contract(
                    RequirementIds.Response(endpoint, status, $"body.{update.Name.Value}.order"),
                    $"The target MUST NOT tell by {update.Name.Value} that a resource changed before it was made.",
                    update.Schema.Location
                ),
                "UpdateIsNotBeforeCreation",
                answers
            );
        }

        if (response.ContentType is { } mediaType)
        {
            yield return entries.OnAnswers(
                Sentences.Contract(
                    RequirementIds.Response(endpoint, status, "content-type"),
                    $"The target MUST send the {Text(status)} of {endpoint.Name} as {mediaType.Value}.",
                    mediaType.Location
                ),
                "ContentTypeIsDeclared",
                answers
            );
        }

        if (response.ErrorCode is { } code && context.Specification.ErrorFormat?.Roles.Code is not null)
        {
            yield return entries.OnAnswers(
                Sentences.Contract(
                    RequirementIds.Response(endpoint, status, $"error_code.{code.Value}"),
                    $"The target MUST send error code {code.Value} with the {Text(status)} of {endpoint.Name} that it stands for.",
                    code.Location
                ),
                "ErrorCodeFitsStatus",
                answers with
                {
                    ErrorCode = code.Value,
                },
                RequirementIds.Section("error_codes")
            );
        }

        if (context.Errors.Find(endpoint, status) is { NamesFields: true })
        {
            yield return entries.ByCase(
                Sentences.Contract(
                    RequirementIds.Response(endpoint, status, "details"),
                    $"The target MUST name the offending field in the error details of {endpoint.Name}.",
                    response.Location
                )
            );
        }
    }

    private static IEnumerable<InventoryEntry> Fields(
        InventoryContext context,
        Endpoint endpoint,
        ResponseDefinition response
    )
    {
        if (response.Schema is not { } schema)
        {
            yield break;
        }

        var entries = new Entries(InventorySection.Responses, endpoint);
        var status = response.Status.Value;
        var body = RequirementIds.Response(endpoint, status, "body");
        var answers = AnswersOf.Status(endpoint, status);
        const string Invariant = "BodyMatchesDeclaredSchema";
        yield return entries.OnAnswers(
            Sentences.Contract(
                body,
                $"The target MUST answer {endpoint.Name} with a body that matches the schema of status {Text(status)}.",
                schema.Location
            ),
            Invariant,
            answers
        );
        foreach (var rule in new SchemaKeywords(context.Effective).Of(schema, s => s.WriteOnly))
        {
            yield return entries.OnAnswers(
                Sentences.Contract(
                    RequirementIds.Response(endpoint, status, FieldId(rule)),
                    BodySentences.Of($"the {Text(status)} of {endpoint.Name}", rule),
                    rule.Location
                ),
                Invariant,
                answers,
                body
            );
        }
    }

    private static string FieldId(FieldRule rule) =>
        rule.Path.Length == 0 ? $"body.{rule.Keyword}" : $"body.{rule.Path}.{rule.Keyword}";

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
