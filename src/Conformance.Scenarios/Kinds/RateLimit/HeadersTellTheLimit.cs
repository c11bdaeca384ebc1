using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.RateLimit;

/// <summary>The rate-limit headers are on every answer of a limited operation, and tell one story.</summary>
internal sealed class HeadersTellTheLimit : EndpointSource
{
    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint) =>
        LimitedOperation.Of(endpoint) is { Rules.Headers: not null } operation ? Compile(operation) : [];

    private static IEnumerable<ContractCase> Compile(LimitedOperation operation)
    {
        var endpoint = operation.Context;
        var requirement = Headers(operation, "headers", "every answer");
        var success = ResourceLife.SuccessStatus(endpoint.Endpoint);
        yield return Case(
            operation,
            "headers-on-success",
            "success",
            requirement,
            request => request,
            success,
            hasBefore: true
        );
        yield return Coherent(operation, requirement);

        if (endpoint.Validation is { } invalid && InvalidRequest(endpoint) is { } spoil)
        {
            yield return Case(
                operation,
                "headers-on-validation-error",
                "validation error",
                requirement,
                spoil,
                invalid.Status,
                hasBefore: true
            );
        }

        if (
            ResourceLife.NeedsResource(endpoint.Endpoint)
            && endpoint.Context.Errors.Find(endpoint.Endpoint, 404) is { } unknown
        )
        {
            yield return Case(
                operation,
                "headers-on-not-found",
                "unknown resource",
                requirement,
                request => request,
                unknown.Status,
                hasBefore: false
            );
        }

        if (endpoint.IsProtected && endpoint.Context.Errors.Find(endpoint.Endpoint, 401) is { } unauthorized)
        {
            // Where requests are counted per client, a request of nobody need not be counted at all.
            var advice = Headers(operation, "headers_on_401", "401 too") with
            {
                Level = RequirementLevel.Should,
            };
            yield return Case(
                operation,
                "headers-on-missing-credential",
                "missing credential",
                advice,
                request => request with { Credential = new CredentialUse.Anonymous() },
                unauthorized.Status,
                hasBefore: false
            );
        }
    }

    private static ContractCase Case(
        LimitedOperation operation,
        string situation,
        string words,
        Requirement requirement,
        Func<RequestTemplate, RequestTemplate> change,
        int status,
        bool hasBefore
    )
    {
        var endpoint = operation.Context;
        var id = endpoint.CaseId(ScenarioKind.RateLimit, situation);
        var ready = hasBefore
            ? endpoint.Ready(id)
            : new ReadyRequest([], endpoint.Context.Requests.Of(endpoint.Endpoint, id, EndpointContext.RequestStep));
        return endpoint.Single(
            ScenarioKind.RateLimit,
            situation,
            $"{endpoint.Endpoint.Name} sends the rate-limit headers with {status} ({words})",
            requirement,
            ready with
            {
                Request = change(ready.Request),
            },
            [new StatusIs(requirement, [status]), new RateLimitHeadersAre(requirement, operation.Limit)]
        ) with
        {
            Tags = ["headers"],
        };
    }

    // Three in a row: what is left never rises inside a window, and the window does not move.
    private static ContractCase Coherent(LimitedOperation operation, Requirement requirement)
    {
        var endpoint = operation.Context;
        var ready = endpoint.Ready(endpoint.CaseId(ScenarioKind.RateLimit, "headers-coherent"));
        string[] names = ["request", "request 2", "request 3"];
        var success = ResourceLife.SuccessStatus(endpoint.Endpoint);
        var coherent = operation.Coherent;
        return endpoint.Case(
            ScenarioKind.RateLimit,
            "headers-coherent",
            $"{endpoint.Endpoint.Name} sends coherent rate-limit headers three times in a row",
            coherent,
            [
                .. ready.Before,
                .. names.Select(
                    (name, i) =>
                        new CaseStep.Send(name, ready.Request)
                        {
                            Expectations =
                            [
                                .. i == 0 || !operation.SucceedsOnce
                                    ? new ExchangeExpectation[] { new StatusIs(requirement, [success]) }
                                    : [],
                                new RateLimitHeadersAre(requirement, operation.Limit),
                            ],
                        }
                ),
            ]
        ) with
        {
            Expectations = [new RateLimitHeadersAreCoherent(coherent, [.. names])],
            Tags = ["headers"],
        };
    }

    private static Func<RequestTemplate, RequestTemplate>? InvalidRequest(EndpointContext endpoint)
    {
        if (endpoint.Endpoint.Request is { } body && InvalidBody.Of(endpoint, body) is { } invalid)
        {
            return request => request with { Body = invalid };
        }

        // A number of a URL can be invalid beyond doubt.
        var number = endpoint.Endpoint.QueryParameters.FirstOrDefault(p =>
            (endpoint.Context.Effective.Of(p.Schema).Types & ~(JsonTypes.Integer | JsonTypes.Number)) == 0
            && endpoint.Context.Effective.Of(p.Schema).Types is not JsonTypes.Any
        );
        var required = endpoint.Endpoint.QueryParameters.FirstOrDefault(p => p.Required);
        return number is not null
                ? request =>
                    request with
                    {
                        Query =
                        [
                            .. request.Query.Where(q => q.Key != number.Name.Value),
                            new(number.Name, new ValueSource.Literal("two")),
                        ],
                    }
            : required is not null
                ? request => request with { Query = [.. request.Query.Where(q => q.Key != required.Name.Value)] }
            : null;
    }

    private static Requirement Headers(LimitedOperation operation, string aspect, string which) =>
        operation.Requirement(
            aspect,
            $"The target MUST send the rate-limit headers with {which} of {operation.Context.Endpoint.Name}.",
            "RTL-06",
            "RTL-07",
            "RTL-08",
            "RTL-26"
        );
}
