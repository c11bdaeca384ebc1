using System.Collections.Immutable;
using System.Globalization;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.Judging;

/// <summary>Collects the checks of a case as they are judged, and weighs what each came to.</summary>
/// <param name="seen">The case.</param>
internal sealed class CheckBook(SeenCase seen)
{
    private readonly ImmutableArray<CheckResult>.Builder results = ImmutableArray.CreateBuilder<CheckResult>();
    private readonly Dictionary<(string, string, CheckOutcome, string?), int> invariantsSeen = [];

    /// <summary>All checks in the order they were judged.</summary>
    public ImmutableArray<CheckResult> Results => results.ToImmutable();

    /// <summary>What a defect in a check of ours said; null when there was none.</summary>
    public string? Crash { get; private set; }

    /// <summary>The expectations that could not be judged, the case's own first in the order of its steps.</summary>
    public List<CheckResult> Unjudged { get; } = [];

    /// <summary>Judges one expectation; a defect in the check becomes a result that names it.</summary>
    /// <param name="check">Name of the check.</param>
    /// <param name="requirement">The requirement.</param>
    /// <param name="exchange">Index of the exchange; null when the check looks at several.</param>
    /// <param name="judge">The check.</param>
    /// <param name="isArrangement">Whether the case only rests on this.</param>
    /// <returns>What it came to.</returns>
    public CheckOutcome Judge(
        string check,
        Requirement requirement,
        int? exchange,
        Func<Judgement> judge,
        bool isArrangement = false
    )
    {
        var judgement = Guarded(check, judge);
        if (!judgement.Applies)
        {
            return CheckOutcome.Held;
        }

        var outcome =
            isArrangement && judgement.Outcome is CheckOutcome.Broken
                ? CheckOutcome.NotJudged
                : Weigh(judgement.Outcome, requirement);
        foreach (var result in Write(check, requirement, outcome, judgement.Exchange ?? exchange, judgement, Cause.Of))
        {
            results.Add(result);
            if (outcome is CheckOutcome.NotJudged)
            {
                Unjudged.Add(result);
            }
        }

        return outcome;
    }

    /// <summary>Whether a step's own status was judged, and broke a requirement that gates.</summary>
    /// <param name="step">Name of the step.</param>
    public bool IsStatusWrong(string step) =>
        seen.Final(step) is { } final
        && results.Any(r =>
            r.Exchange == final.Exchange.Index
            && r is { Outcome: CheckOutcome.Broken, Check: nameof(StatusIs) or nameof(IsAccepted) }
        );

    /// <summary>
    /// Records one judgement of an invariant, once for each cause with the number of its exchanges: a case of a thousand
    /// exchanges does not say the same thing a thousand times.
    /// </summary>
    /// <param name="invariant">Name of the invariant.</param>
    /// <param name="requirement">The requirement.</param>
    /// <param name="exchange">Index of the exchange.</param>
    /// <param name="judgement">What it came to.</param>
    public void Record(string invariant, Requirement requirement, int exchange, Judgement judgement)
    {
        if (!judgement.Applies)
        {
            return;
        }

        var outcome = Weigh(judgement.Outcome, requirement);
        foreach (var result in Write(invariant, requirement, outcome, exchange, judgement, Cause.OfInvariant))
        {
            var what = (invariant, requirement.Id, outcome, result.Finding?.Cause);
            if (invariantsSeen.TryAdd(what, results.Count))
            {
                results.Add(result);
                if (outcome is CheckOutcome.NotJudged)
                {
                    Unjudged.Add(result);
                }
            }
            else
            {
                var first = results[invariantsSeen[what]];
                results[invariantsSeen[what]] = first with { Times = first.Times + 1 };
            }
        }
    }

    /// <summary>Records a defect in a check of ours.</summary>
    /// <param name="check">Name of the check.</param>
    /// <param name="requirement">The requirement it should have judged.</param>
    /// <param name="exchange">Index of the exchange.</param>
    /// <param name="defect">What happened.</param>
    public void RecordCrash(string check, Requirement requirement, int? exchange, Exception defect)
    {
        var judgement = Guarded(check, () => throw defect);
        results.AddRange(Write(check, requirement, CheckOutcome.NotJudged, exchange, judgement, Cause.OfInvariant));
    }

    private Judgement Guarded(string check, Func<Judgement> judge)
    {
        try
        {
            return judge();
        }
#pragma warning disable CA1031 // Whatever a check does, the case must end as an error that names it and not vanish.
        catch (Exception e)
#pragma warning restore CA1031
        {
            var defect = $"{e.GetType().Name}: {Excerpt.OfText(e.Message)}";
            Crash ??= $"the check {check} has a defect ({defect})";
            return Judgement.NotJudged(
                $"check {check}",
                "the check to come to a judgement",
                defect,
                "report this as a defect of the tool, with the recorded exchange"
            );
        }
    }

    private CheckOutcome Weigh(CheckOutcome outcome, Requirement requirement)
    {
        if (outcome is not CheckOutcome.Broken)
        {
            return outcome;
        }

        var gates = requirement.Gates || (seen.Context.IsStrict && requirement.Level is not RequirementLevel.May);
        return gates ? CheckOutcome.Broken : CheckOutcome.Warned;
    }

    private IEnumerable<CheckResult> Write(
        string check,
        Requirement requirement,
        CheckOutcome outcome,
        int? exchange,
        Judgement judgement,
        Func<string, Requirement, Finding, string> causeOf
    )
    {
        if (judgement.Findings.IsEmpty)
        {
            return [new CheckResult(check, requirement, outcome, exchange, null)];
        }

        return judgement.Findings.Select(f => new CheckResult(
            check,
            requirement,
            outcome,
            exchange,
            Masked(f) with
            {
                Cause = causeOf(check, requirement, f),
            }
        )
        {
            Answer = exchange is { } index ? AnswerOf(index) : null,
        });
    }

    private string? AnswerOf(int exchange)
    {
        var answer = seen.Answered.FirstOrDefault(a => a.Exchange.Index == exchange);
        var operation = answer switch
        {
            null => null,
            { IsToken: true } => "token endpoint",
            { Endpoint: { } endpoint } => endpoint.Name,
            _ => $"{answer.Exchange.Request.Method}, which is not declared,",
        };
        return answer is null ? null : string.Create(CultureInfo.InvariantCulture, $"{operation} {answer.Status}");
    }

    private Finding Masked(Finding finding)
    {
        var mask = seen.Context.Mask;
        return new(mask(finding.Where), mask(finding.Expected), mask(finding.Actual), mask(finding.Fix));
    }
}
