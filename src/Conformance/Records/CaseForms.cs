using System.Collections.Immutable;
using Conformance.Execution.Recording;
using Conformance.Execution.Secrets;
using Conformance.Scenarios.Requirements;
using Conformance.Verdicts.Results;

namespace Conformance.Records;

/// <summary>Puts finished cases into the form in which they are written down.</summary>
/// <param name="mask">Knows every secret of the run; none of them is written.</param>
internal sealed class CaseForms(SecretMask mask)
{
    private readonly ExchangeForms exchanges = new(mask);

    /// <summary>The form of a case.</summary>
    /// <param name="result">What it came to.</param>
    /// <param name="segment">The process that carried it out.</param>
    /// <param name="order">When cases about the whole run took notice of it.</param>
    public CaseForm Of(CaseResult result, int segment, int? order)
    {
        var requirements = RequirementsOf(result.Checks);
        return new CaseForm
        {
            Id = result.Case.Id,
            Segment = segment,
            Order = order,
            Attempt = 1,
            Verdict = result.Verdict,
            Reason = Masked(result.Reason),
            CarriedOut = result.Record is { } record ? Of(record) : null,
            Requirements = requirements,
            Checks = [.. result.Checks.Select(c => Of(c, requirements))],
            Repeat = Masked(result.Repeat),
            Smallest = result.Smallest,
            Attempts = [.. result.Attempts.Select(Of)],
            Flakiness = result.Flakiness,
        };
    }

    /// <summary>The form of deliveries.</summary>
    /// <param name="deliveries">The deliveries, in order.</param>
    /// <param name="segment">The process that received them.</param>
    public DeliveriesForm Of(IEnumerable<Exchange> deliveries, int segment) =>
        new() { Segment = segment, Exchanges = [.. deliveries.Select(d => exchanges.Of(d, null))] };

    private AttemptForm Of(CaseAttempt attempt)
    {
        var requirements = RequirementsOf(attempt.Checks);
        return new AttemptForm
        {
            Number = attempt.Number,
            Setting = attempt.Setting,
            Verdict = attempt.Verdict,
            Reason = Masked(attempt.Reason),
            CarriedOut = attempt.Record is { } record ? Of(record) : null,
            Requirements = requirements,
            Checks = [.. attempt.Checks.Select(c => Of(c, requirements))],
        };
    }

    private static ImmutableArray<Requirement> RequirementsOf(IEnumerable<CheckResult> checks) =>
        [.. checks.Select(c => c.Requirement).Distinct()];

    private CarriedOutForm Of(CaseRecord record) =>
        new()
        {
            StartedAt = record.StartedAt,
            Duration = record.Duration,
            Obstacle = record.Obstacle,
            Notes = record.Notes,
            Exchanges =
            [
                .. record.Exchanges.Select((e, i) => exchanges.Of(e, i == 0 ? null : record.Exchanges[i - 1])),
            ],
        };

    private CheckForm Of(CheckResult check, ImmutableArray<Requirement> requirements) =>
        new()
        {
            Check = check.Check,
            Requirement = requirements.IndexOf(check.Requirement),
            Outcome = check.Outcome,
            Exchange = check.Exchange,
            Finding = check.Finding is { } f
                ? new(mask.Apply(f.Where), mask.Apply(f.Expected), mask.Apply(f.Actual), mask.Apply(f.Fix))
                {
                    Cause = f.Cause is null ? null : mask.Apply(f.Cause),
                }
                : null,
            Times = check.Times,
            Answer = check.Answer,
        };

    private string? Masked(string? text) => text is null ? null : mask.Apply(text);
}
