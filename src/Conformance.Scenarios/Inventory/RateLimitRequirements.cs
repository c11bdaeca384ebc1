using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Inventory;

/// <summary>Published limits: their numbers, windows and headers, how they are exceeded, and what they are kept apart by.</summary>
internal sealed class RateLimitRequirements : IRequirementSource
{
    /// <inheritdoc />
    public IEnumerable<InventoryEntry> Of(InventoryContext context) =>
        context.Specification.RateLimits is { } rules
            ? context
                .Specification.Endpoints.SelectMany(endpoint => Of(context.Specification, endpoint, rules))
                .Concat(Headers(rules))
                .Concat(Exceeded(context, rules))
                .Concat(Rules(rules))
            : [];

    private static IEnumerable<InventoryEntry> Of(
        IntegrationSpecification specification,
        Endpoint endpoint,
        RateLimits rules
    )
    {
        var limits = endpoint.RateLimits.IsEmpty ? rules.Default : endpoint.RateLimits;
        if (limits.IsEmpty)
        {
            yield break;
        }

        var entries = new Entries(InventorySection.RateLimits, endpoint);
        var shortest = limits.MinBy(l => l.Window)!;
        Requirement Sentence(string aspect, string statement) =>
            Sentences.Contract(
                RequirementIds.Operation(endpoint, $"rate_limit.{aspect}"),
                statement,
                shortest.Location
            );
        yield return entries.ByCase(
            Sentence(
                "enforced",
                $"The target MUST serve {shortest.Requests} requests of {endpoint.Name} in {shortest.Window.TotalSeconds} seconds, and refuse more."
            )
        );
        string[] withRefusal = rules.Headers is null ? [] : ["nothing_remains"];
        (string Aspect, string Statement)[] refusals =
        [
            ("recovers", $"The target MUST serve {endpoint.Name} again after the time its refusal told."),
            ("retry_after", $"The target MUST say with a refusal of {endpoint.Name} how long to wait."),
            .. withRefusal.Select(a =>
                (a, $"The target MUST say that nothing remains when it refuses {endpoint.Name}.")
            ),
        ];
        foreach (var (aspect, statement) in refusals)
        {
            yield return entries.ByCase(Sentence(aspect, statement)) with
            {
                ReasonWhenUntested = Reasons.ToldByRefusal(endpoint),
            };
        }

        foreach (var longer in limits.Where(l => l.Window > shortest.Window))
        {
            yield return entries.NotObserved(
                Sentence(
                    $"enforced.{longer.Window.TotalSeconds}",
                    $"The target MUST serve {longer.Requests} requests of {endpoint.Name} in {longer.Window}, and refuse more."
                ) with
                {
                    Location = longer.Location,
                },
                Reasons.NeedsMoreThanARun
            );
        }

        if (!endpoint.RateLimits.IsEmpty && rules.PerEndpoint.Length > 1)
        {
            yield return entries.ByCase(
                Sentence("separate", $"The target MUST keep the limit of {endpoint.Name} apart from those of others.")
            );
        }

        if (rules.Headers is null)
        {
            yield break;
        }

        yield return entries.ByCase(
            Sentence("headers", $"The target MUST send the rate-limit headers with the answers of {endpoint.Name}.")
        );
        yield return entries.ByCase(
            Sentence(
                "headers_coherent",
                $"The target MUST let the rate-limit headers of {endpoint.Name} tell the state of one window."
            )
        );
        if (!endpoint.IsPublic && specification.Authentication is not null)
        {
            yield return entries.ByCase(
                Sentence(
                    "headers_on_401",
                    $"The target SHOULD send the rate-limit headers with the 401 of {endpoint.Name} too."
                ) with
                {
                    Level = RequirementLevel.Should,
                }
            );
        }
    }

    private static IEnumerable<InventoryEntry> Headers(RateLimits rules)
    {
        var entries = new Entries(InventorySection.RateLimits);
        var id = RequirementIds.Section("rate_limits", "headers");
        yield return entries.OnAnswers(
            Sentences.Standard(
                RequirementIds.Section("rate_limits", "headers", "retry-after"),
                "The target MUST send Retry-After as a number of seconds or as an HTTP date.",
                rules.Location
            ),
            "RetryAfterIsWellFormed",
            AnswersOf.Status(null, rules.ExceededResponse?.Status.Value ?? 429)
        );
        if (rules.Headers is not { } names)
        {
            yield break;
        }

        yield return entries.OnAnswers(
            Sentences.Contract(
                id,
                "The target MUST send the declared rate-limit headers with every response of a limited operation.",
                names.Location
            ),
            "RateLimitHeadersArePresent",
            AnswersOf.Any
        );
        foreach (var name in new[] { names.Limit, names.Remaining, names.Reset }.OfType<Located<string>>())
        {
            yield return entries.OnAnswers(
                Sentences.Contract(
                    $"{id}.{name.Value}",
                    $"The target MUST send {name.Value} as one whole number.",
                    name.Location
                ),
                "RateLimitHeadersArePresent",
                AnswersOf.Any,
                id
            );
        }

        yield return entries.OnAnswers(
            Sentences.Proposal(
                $"{id}.unidentified",
                "The target SHOULD send the rate-limit headers also when it does not know or cannot serve the client.",
                names.Location
            ),
            "RateLimitHeadersArePresent",
            AnswersOf.Status(null, 401)
        );
    }

    private static IEnumerable<InventoryEntry> Exceeded(InventoryContext context, RateLimits rules)
    {
        if (rules.ExceededResponse is not { } exceeded)
        {
            yield break;
        }

        var entries = new Entries(InventorySection.RateLimits);
        var judged = context
            .Specification.Endpoints.Select(e => RequirementIds.Operation(e, "rate_limit.enforced"))
            .FirstOrDefault();
        if (exceeded.Schema is { } schema && judged is not null)
        {
            foreach (var rule in new SchemaKeywords(context.Effective).Of(schema, s => s.WriteOnly))
            {
                yield return entries.ByCase(
                    Sentences.Contract(
                        RequirementIds.Section("rate_limits", "exceeded_response", "body", rule.Path, rule.Keyword),
                        BodySentences.Of("a refusal over the limit", rule),
                        rule.Location
                    ),
                    judged
                );
            }
        }

        if (rules.RetryAfterField is { } field)
        {
            yield return entries.OnAnswers(
                Sentences.Contract(
                    RequirementIds.Section("rate_limits", "exceeded_response", field),
                    $"The target MUST say the same in {field} as in Retry-After.",
                    exceeded.Location
                ),
                "RetryAfterAgreesWithBody",
                AnswersOf.Status(null, exceeded.Status)
            );
        }
    }

    private static IEnumerable<InventoryEntry> Rules(RateLimits rules)
    {
        var entries = new Entries(InventorySection.RateLimits);
        if (rules.Burst is { } burst)
        {
            yield return entries.NotObserved(
                Sentences.Contract(
                    RequirementIds.Section("rate_limits", "burst"),
                    $"The target admits bursts of {burst.Factor:0.##} times a limit for {burst.Duration.TotalSeconds} seconds.",
                    burst.Location
                ),
                "It allows more and promises nothing to a single window: the cases of each limit take it as the upper bound."
            );
        }

        if (rules.Partition is { } partition)
        {
            yield return entries.ByCase(
                Sentences.Contract(
                    RequirementIds.Section("rate_limits", "partition"),
                    $"The target MUST count requests by {partition.Value}.",
                    partition.Location
                )
            ) with
            {
                ReasonWhenUntested = Reasons.NeedsSecondClient,
            };
        }

        foreach (var (practice, number) in rules.BestPractices.Select((p, i) => (p, i + 1)))
        {
            yield return entries.NotObserved(
                Sentences.Advice(
                    RequirementIds.Section("rate_limits", $"best_practices.{number}"),
                    $"Best practice: {practice.Value}.",
                    practice.Location
                ),
                Reasons.BindsTheCaller
            );
        }
    }
}
