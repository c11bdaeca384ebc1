using System.Globalization;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.RateLimit;

/// <summary>Cases that use up a limit in a fresh window, and go on from there.</summary>
internal static class ExhaustedLimit
{
    /// <summary>Name of the step that uses up the limit.</summary>
    public const string Step = "exhaust";

    /// <summary>More than this is load, not a test.</summary>
    private const int MostRequests = 5_000;

    private const int Slack = 5;

    private const string RetryAfter =
        @"^(\d+|(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT)$";

    /// <summary>Why the limit cannot be used up; null when it can.</summary>
    public static string? WhyNot(LimitedOperation operation) =>
        operation.Most > MostRequests
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"It takes {operation.Most} requests to meet the limit, more than the {MostRequests} a case may send."
            )
            : null;

    /// <summary>The case that is about the refusal itself; it uses the limit up even where another case has.</summary>
    public static ContractCase First(
        LimitedOperation operation,
        string situation,
        string title,
        Requirement requirement
    ) => Case(operation, situation, title, requirement, isShared: false, _ => []);

    /// <summary>A case that goes on from the used-up limit, which it shares with the other cases about it.</summary>
    public static ContractCase Case(
        LimitedOperation operation,
        string situation,
        string title,
        Requirement requirement,
        Func<RequestTemplate, IEnumerable<CaseStep>> then
    ) => Case(operation, situation, title, requirement, isShared: true, then);

    private static ContractCase Case(
        LimitedOperation operation,
        string situation,
        string title,
        Requirement requirement,
        bool isShared,
        Func<RequestTemplate, IEnumerable<CaseStep>> then
    )
    {
        var endpoint = operation.Context;
        var ready = endpoint.Ready(endpoint.CaseId(ScenarioKind.RateLimit, situation));
        var request = WithFreshKey(endpoint, ready.Request);
        return endpoint.Case(
            ScenarioKind.RateLimit,
            situation,
            title,
            requirement,
            [
                .. ready.Before,
                new CaseStep.SendUntilLimited(Step, request, AtMost(operation))
                {
                    Expectations = isShared ? [] : [.. Refusal(operation, requirement)],
                    IsShared = isShared,
                    Enough = Enough(operation),
                },
                .. then(request),
            ]
        ) with
        {
            Isolation = CaseIsolation.ExhaustsLimit,
            Tags = ["exhausts"],
        };
    }

    /// <summary>How many requests are sent at most before the limit must have been met.</summary>
    /// <remarks>
    /// A window may roll over while its limit is used up; the reset header tells the requests of both apart, so another
    /// window's worth can be sent. Without that header they could not be told apart, and a refusal in time must come.
    /// </remarks>
    public static int AtMost(LimitedOperation operation) =>
        (operation.Rules.Headers?.Reset is null ? operation.Most : 2 * operation.Most) + Slack;

    /// <summary>When enough were served of one window to say that its limit is not kept.</summary>
    public static OneWindow? Enough(LimitedOperation operation) =>
        operation.Rules.Headers?.Reset is { } reset ? new(reset.Value, operation.Most + Slack) : null;

    /// <summary>The request, with an idempotency key of its own each time it is sent.</summary>
    /// <remarks>Whether a replay is counted is for the specification to say; requests with keys of their own always are.</remarks>
    public static RequestTemplate WithFreshKey(EndpointContext endpoint, RequestTemplate request) =>
        request with
        {
            Headers =
            [
                .. request.Headers.Select(h =>
                    string.Equals(
                        h.Key,
                        endpoint.Endpoint.Idempotency?.Header.Value,
                        StringComparison.OrdinalIgnoreCase
                    )
                        ? new(h.Key, new ValueSource.FreshUuid())
                        : h
                ),
            ],
        };

    private static IEnumerable<ExchangeExpectation> Refusal(LimitedOperation operation, Requirement requirement)
    {
        var answer = operation.Exceeded;
        yield return new StatusIs(requirement, [answer.Status]);
        if (answer.Code is { } code)
        {
            yield return new ErrorCodeIs(operation.Context.Requirements.ErrorCode(answer), [code]);
        }

        if (operation.Rules.ExceededResponse?.Schema is { } schema)
        {
            yield return new BodyMatches(requirement, schema);
        }

        if (operation.TellsRetryAfter)
        {
            var told = operation.Requirement(
                "retry_after",
                $"The target MUST say with the {answer.Status} of {operation.Context.Endpoint.Name} how long to wait.",
                "RTL-03",
                "RTL-04"
            );
            yield return new HeaderIs(told, "Retry-After", RetryAfter, "seconds or an HTTP-date");
            yield return new RetryAfterIsWithinWindow(WithinWindow(operation), operation.Limit);
        }

        if (operation.Rules.Headers is not null)
        {
            yield return new RateLimitHeadersAre(requirement, operation.Limit);
        }

        // Only a fixed window makes a refusal and what is left two sides of one thing.
        if (operation.Rules is { Algorithm.Value: "fixed_window", Headers.Remaining: { } remaining })
        {
            var nothing = operation.Requirement(
                "nothing_remains",
                $"The target MUST say that nothing remains when it refuses {operation.Context.Endpoint.Name} with {answer.Status}.",
                "RTL-13"
            );
            yield return new HeaderIs(nothing, remaining, "^0+$", "0, for nothing is left");
        }
    }

    // Where no algorithm is declared, a target may have its reasons to ask for more patience.
    private static Requirement WithinWindow(LimitedOperation operation)
    {
        const string Aspect = "retry_after.within_window";
        var statement =
            $"The target {(operation.HasWindow ? "MUST" : "SHOULD")} ask for no longer a wait than the window of {operation.Context.Endpoint.Name} lasts.";
        return operation.HasWindow
            ? operation.Requirement(Aspect, statement, "RTL-15")
            : operation.Proposal(Aspect, statement, "RTL-15");
    }
}
