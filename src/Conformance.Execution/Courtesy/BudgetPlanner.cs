using System.Collections.Immutable;
using Conformance.Execution.Http;
using Conformance.Scenarios.Cases;
using Conformance.Specification.Model;

namespace Conformance.Execution.Courtesy;

/// <summary>Works out beforehand what a list of cases can cost the target at most.</summary>
internal sealed class BudgetPlanner(
    IntegrationSpecification specification,
    ExecutionOptions options,
    TargetAddresses addresses
)
{
    private readonly decimal scale = options.Environment?.TimeScale is > 0 and { } declared ? declared : 1;

    /// <summary>The budget of these cases.</summary>
    public RequestBudget For(IReadOnlyCollection<ContractCase> cases)
    {
        var steps = CarriedOut(cases).ToList();
        return new(
            steps.Sum(s => s.MaxRequests),
            TokenRequests(cases),
            ControlRequests(steps),
            CleanUpRequests(steps),
            addresses.TestClock is null ? Waits(steps) : TimeSpan.Zero
        );
    }

    // What cases share is carried out once.
    private static IEnumerable<CaseStep> CarriedOut(IReadOnlyCollection<ContractCase> cases)
    {
        var steps = cases.SelectMany(c => c.Steps).ToList();
        var shared = steps
            .OfType<CaseStep.SendUntilLimited>()
            .Where(s => !s.GoesOn)
            .GroupBy(s => (s.Request.Method, s.Request.Path))
            .SelectMany(g => g.OrderBy(s => s.IsShared).Skip(1).Where(s => s.IsShared))
            .ToHashSet(ReferenceEqualityComparer.Instance);
        return steps.Where(s => !shared.Contains(s));
    }

    private int TokenRequests(IReadOnlyCollection<ContractCase> cases)
    {
        var steps = cases.SelectMany(c => c.Steps).ToList();
        var direct = steps.OfType<CaseStep.Send>().Count(s => s.Request.Target is RequestTarget.TokenEndpoint);
        if (specification.Authentication?.Type.Value is not AuthenticationType.OAuth2ClientCredentials)
        {
            return direct;
        }

        var own = cases.Sum(c =>
            Requests(c.Steps).Select(r => r.Credential).Where(IsOwn).Select(Key).Distinct().Count()
        );
        var renewed = steps.Count(s => s is CaseStep.ForgetToken or CaseStep.PassTime);
        return 1 + direct + own + renewed + (cases.Any(c => c.UsesSecondClient) ? 1 : 0);
    }

    private int ControlRequests(List<CaseStep> steps)
    {
        var states = steps.OfType<CaseStep.EnterState>().ToList();
        var calls = addresses.ProviderStates is null
            ? 0
            // Set up and torn down; preconditions once for the whole run.
            // A state that is left early is not left again.
            : 2 * (states.Count(s => s.IsRequired) + states.Where(s => !s.IsRequired).DistinctBy(s => s.State).Count());
        var moves = addresses.TestClock is null
            ? 0
            : steps.OfType<CaseStep.PassTime>().Count() + Windows(steps) + Attempts(steps).Sum(Moves);
        // Webhooks are registered once, and taken back once.
        var registration =
            addresses.ProviderStates is not null && steps.OfType<CaseStep.AwaitDeliveries>().Any() ? 2 : 0;
        return calls + moves + registration;
    }

    private static IEnumerable<CaseStep.AwaitDeliveries> Attempts(List<CaseStep> steps) =>
        steps.OfType<CaseStep.AwaitDeliveries>().Where(s => s.Times is not null);

    // Before and after each moment that an attempt is due, for a late answer, and to see that no more come.
    private static int Moves(CaseStep.AwaitDeliveries step) => (2 * step.Attempts) + 2;

    // Cases that wait for attempts do so beside each other.
    private TimeSpan WaitForAttempts(List<CaseStep> steps) =>
        Attempts(steps)
            .Select(s =>
                s.Times!.Schedule.Skip(1)
                    .Take(s.SeesNoMore ? s.Attempts : s.Attempts - 1)
                    .Select(Real)
                    .TakeWhile(IsWaitedFor)
                    .Aggregate(TimeSpan.Zero, (sum, t) => sum + t)
            )
            .DefaultIfEmpty(TimeSpan.Zero)
            .Max();

    private int CleanUpRequests(List<CaseStep> steps)
    {
        var removable = specification
            .Endpoints.Select(e => e.Resource)
            .Where(r => r is { CleansUp: true, PathParameter: not null })
            .Select(r => r!.Type.Value)
            .ToHashSet();
        return steps
            .Where(s =>
                RequestOf(s)?.Endpoint?.Resource is { Action: ResourceAction.Create } role
                && removable.Contains(role.Type.Value)
            )
            .Sum(s => s.MaxRequests);
    }

    private int Windows(List<CaseStep> steps) =>
        Counts(steps).Sum(c => c.Plan.Limits.Select(l => Pauses(c.Requests, l)).DefaultIfEmpty(0).Max())
        + (2 * steps.OfType<CaseStep.SendUntilLimited>().Count(s => !s.GoesOn));

    private TimeSpan Waits(List<CaseStep> steps)
    {
        // Operations wait for their limits side by side, so the slowest decides; declared waits add up.
        var slowest = Counts(steps)
            .SelectMany(c => c.Plan.Limits.Select(l => Pauses(c.Requests, l) * Real(l.Window)))
            .DefaultIfEmpty(TimeSpan.Zero)
            .Max();
        var windows = steps
            .OfType<CaseStep.SendUntilLimited>()
            .Where(s => !s.GoesOn)
            .Select(s => LimitPlan.For(specification, s.Request.Endpoint).Limits)
            .Select(limits => limits.Select(l => Real(l.Window)).Where(IsWaitedFor).DefaultIfEmpty().Max() * 2);
        var passed = steps
            .OfType<CaseStep.PassTime>()
            .Where(s => s.Amount is not TimeSource.HalfRetryAfterOf)
            .Select(s => s.Amount is TimeSource.Fixed f ? Real(f.Duration) : options.MaxWait)
            .Where(IsWaitedFor);
        return windows.Concat(passed).Append(WaitForAttempts(steps)).Aggregate(slowest, (sum, t) => sum + t);
    }

    private int Pauses(int requests, RateLimit limit)
    {
        var allowed = LimitPlan.Scaled(limit, options.Environment);
        // What would take longer than any wait allowed is not waited for: those cases become inconclusive.
        return IsWaitedFor(Real(limit.Window)) ? (requests - 1) / allowed : 0;
    }

    private IEnumerable<(LimitPlan Plan, int Requests)> Counts(List<CaseStep> steps) =>
        steps
            .Where(s => s is not CaseStep.SendUntilLimited && RequestOf(s)?.Target is RequestTarget.Api)
            .GroupBy(s => LimitPlan.For(specification, RequestOf(s)!.Endpoint).Key)
            .Select(g => (LimitPlan.For(specification, RequestOf(g.First())!.Endpoint), g.Sum(s => s.MaxRequests)));

    private bool IsWaitedFor(TimeSpan wait) => wait <= options.MaxWait;

    private TimeSpan Real(TimeSpan onTarget) => TimeSpan.FromTicks((long)(onTarget.Ticks / scale));

    private static IEnumerable<RequestTemplate> Requests(ImmutableArray<CaseStep> steps) =>
        steps.Select(RequestOf).OfType<RequestTemplate>();

    private static RequestTemplate? RequestOf(CaseStep step) =>
        step switch
        {
            CaseStep.Send s => s.Request,
            CaseStep.SendConcurrently s => s.Request,
            CaseStep.SendUntilLimited s => s.Request,
            _ => null,
        };

    private static bool IsOwn(CredentialUse use) => use is CredentialUse.OwnToken or CredentialUse.WithScopes;

    private static string Key(CredentialUse use) =>
        use is CredentialUse.WithScopes { Scopes: var scopes } ? string.Join(' ', scopes) : "own";
}
