using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Kinds.HappyPath;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.RateLimit;

/// <summary>
/// What a refusal says is true: a request well before the time it told is refused as well and has no effect, one after
/// it is served, and then the whole quota is there again. Refusals on the way do not put the end off.
/// </summary>
internal static class ServedAfterWait
{
    private const string ListBeforeStep = "list before";
    private const string RefusedStep = "refused";
    private const string ListAfterStep = "list after";
    private const string EarlyWaitStep = "wait half as long as told";
    private const string EarlyStep = "too early";
    private const string WaitStep = "wait as told";
    private const string AgainStep = "again";
    private const string WindowStep = "a whole window passes";
    private const string QuotaStep = "whole quota";

    // Enough to tell a target that recovers in full from one that lets a few through.
    private const int MostOfQuota = 500;

    /// <summary>The case.</summary>
    public static ContractCase Case(LimitedOperation operation)
    {
        var requirement = operation.Requirement(
            "recovers",
            $"The target MUST serve {operation.Context.Endpoint.Name} again after the time its refusal told.",
            "RTL-15"
        );
        var listing = Listing.Of(operation);
        return ExhaustedLimit.Case(
            operation,
            "served-again",
            $"{operation.Context.Endpoint.Name} is refused until the time that its refusal told, and then served in full",
            requirement,
            request => Steps(operation, requirement, WithOneKey(operation, request), request, listing)
        ) with
        {
            Expectations = [.. OverAll(operation, listing)],
        };
    }

    private static IEnumerable<CaseStep> Steps(
        LimitedOperation operation,
        Requirement requirement,
        RequestTemplate keyed,
        RequestTemplate fresh,
        Listing? listing
    )
    {
        var success = ResourceLife.SuccessStatus(operation.Context.Endpoint);
        if (listing is not null)
        {
            yield return new CaseStep.Send(ListBeforeStep, listing.Request) { SeesRefusal = true };
        }

        yield return new CaseStep.Send(RefusedStep, keyed) { SeesRefusal = true };
        if (listing is not null)
        {
            yield return new CaseStep.Send(ListAfterStep, listing.Request) { SeesRefusal = true };
        }

        if (operation.HasWindow)
        {
            yield return new CaseStep.PassTime(EarlyWaitStep, new TimeSource.HalfRetryAfterOf(ExhaustedLimit.Step));
            yield return new CaseStep.Send(EarlyStep, fresh) { SeesRefusal = true };
        }

        // What the first refusal said; the ones since do not put it off.
        yield return new CaseStep.PassTime(
            WaitStep,
            operation.TellsRetryAfter
                ? new TimeSource.RetryAfterOf(ExhaustedLimit.Step)
                : new TimeSource.Fixed(operation.Limit.Window + TimeSpan.FromSeconds(1))
        );
        yield return new CaseStep.Send(AgainStep, keyed)
        {
            Expectations =
            [
                operation.Context.Endpoint.Idempotency?.OnReplay is { } replay
                    ? new StatusIs(requirement, [success, replay.Status.Value])
                    : new StatusIs(requirement, [success]),
            ],
            SeesRefusal = true,
        };
        if (!operation.IsFixed)
        {
            yield return new CaseStep.PassTime(
                WindowStep,
                new TimeSource.Fixed(operation.Limit.Window + TimeSpan.FromSeconds(1))
            );
        }

        var rest = Quota(operation) - (operation.IsFixed ? 1 : 0);
        if (rest > 0)
        {
            yield return new CaseStep.SendUntilLimited(QuotaStep, fresh, rest) { GoesOn = true };
        }
    }

    private static IEnumerable<CaseExpectation> OverAll(LimitedOperation operation, Listing? listing)
    {
        var name = operation.Context.Endpoint.Name;
        if (operation.HasWindow)
        {
            var early = operation.Requirement(
                "refused_until",
                $"The target MUST refuse {name} until the window is over whose limit is used up.",
                "RTL-15",
                "RTL-18"
            );
            yield return new IsStillRefused(early, ExhaustedLimit.Step, EarlyStep);
        }

        if (operation is { IsFixed: true, Rules.Headers: not null })
        {
            yield return new RateLimitHeadersAreCoherent(
                operation.Coherent,
                [ExhaustedLimit.Step, RefusedStep, EarlyStep]
            );
        }

        var noEffect = operation.Requirement(
            "no_effect",
            $"The target MUST NOT carry out a request of {name} that it refuses for its limit.",
            "RTL-21"
        );
        if (operation.Context.Endpoint.Idempotency is { Header: not null, ErrorsBeforeExecution: not "stored" })
        {
            var status = ResourceLife.SuccessStatus(operation.Context.Endpoint);
            yield return new RefusalLeftKeyFree(noEffect, RefusedStep, AgainStep, status);
        }

        if (listing is not null)
        {
            yield return new ListIsAsBefore(
                noEffect,
                ListBeforeStep,
                RefusedStep,
                ListAfterStep,
                listing.Collection,
                listing.Identifier
            );
        }

        var quota = operation.Requirement(
            "recovers_in_full",
            $"The target MUST serve {operation.Words} of {name} again in the window after a refusal.",
            "RTL-17"
        );
        if (Quota(operation) > 1)
        {
            yield return new QuotaIsBack(quota, operation.IsFixed ? AgainStep : null, QuotaStep, Quota(operation));
        }
    }

    private static int Quota(LimitedOperation operation) => Math.Min(operation.Limit.Requests, MostOfQuota);

    // The refused request and its repetition are one request; where errors keep their key, they must not share one.
    private static RequestTemplate WithOneKey(LimitedOperation operation, RequestTemplate request)
    {
        if (operation.Context.Endpoint.Idempotency is not { ErrorsBeforeExecution: not "stored" } rules)
        {
            return request;
        }

        var others = request.Headers.Where(h =>
            !string.Equals(h.Key, rules.Header.Value, StringComparison.OrdinalIgnoreCase)
        );
        var key = new ValueSource.RunUnique("key of the refused request") { Length = KeyLength(rules) };
        return request with { Headers = [.. others, new(rules.Header.Value, key)] };
    }

    private static int? KeyLength(IdempotencyRules rules) =>
        rules.MaxLength < 36 ? rules.MaxLength
        : rules.MinLength > 36 ? rules.MinLength
        : null;

    /// <summary>A list on which a resource would show that should not be there.</summary>
    private sealed record Listing(RequestTemplate Request, string? Collection, string Identifier)
    {
        /// <summary>The list of what the operation creates, if it has a limit of its own.</summary>
        public static Listing? Of(LimitedOperation operation)
        {
            var endpoint = operation.Context;
            if (
                endpoint.Endpoint.Resource is not { Action: ResourceAction.Create } role
                || endpoint.Endpoint.RateLimits.IsEmpty
                || endpoint.Context.Resources.FindByRole(role.Type, ResourceAction.List) is not { } list
                || list.Resource is not { } listed
            )
            {
                return null;
            }

            var id = endpoint.CaseId(ScenarioKind.RateLimit, "served-again");
            var request = endpoint.Context.Requests.Of(list, id, ListBeforeStep);
            return new(
                PageSize.Of(endpoint.Context.Of(list))?.Apply(request) ?? request,
                listed.CollectionField,
                listed.Identifier
            );
        }
    }
}
