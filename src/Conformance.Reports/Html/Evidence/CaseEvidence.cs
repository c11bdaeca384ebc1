using System.Collections.Immutable;
using System.Globalization;
using Conformance.Execution.Recording;
using Conformance.Reports.Wording;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Html.Evidence;

/// <summary>One case as the page shows it: what it came to, and what that rests on.</summary>
internal sealed class CaseEvidence(
    EvidencePolicy policy,
    ExchangeEvidence exchanges,
    RequirementTable requirements,
    Func<Finding?, int?> causeOf
)
{
    /// <summary>The case.</summary>
    /// <param name="result">The case with its verdict.</param>
    public PageCase Of(CaseResult result)
    {
        var notHeld = result.Checks.Where(c => c.Outcome is not CheckOutcome.Held).ToArray();
        var held = result.Checks.Where(c => c.Outcome is CheckOutcome.Held).Select(c => requirements.Of(c.Requirement));
        return new(
            result.Case.Id,
            result.Case.Title,
            KindNames.Of(result.Case.Kind),
            Terms.SubjectOf(result.Case),
            Terms.Of(result.Verdict),
            Terms.Of(result.Case.Origin),
            result.Reason ?? (result.Flakiness is null ? null : EvidenceText.Headline(result)),
            result.Flakiness is null ? null : true,
            requirements.Of(result.Case.Requirement),
            (long)Math.Round((result.Record?.Duration ?? TimeSpan.Zero).TotalMilliseconds),
            OrNull(notHeld.Select(c => causeOf(c.Finding)).OfType<int>().Distinct()),
            OrNull(notHeld.Select(c => Describe(c, result))),
            OrNull(held.Distinct()),
            OrNull(Steps(result)),
            result.Repeat,
            result.Smallest?.Body,
            result.Smallest?.Scenario,
            OrNull(result.Case.NotObserved),
            OrNull(result.Record?.Notes ?? []),
            OrNull(result.Case.Tags),
            OrNull(Comparisons(result))
        );
    }

    private PageCheck Describe(CheckResult check, CaseResult result) =>
        new(
            check.Check,
            Terms.Of(check.Outcome),
            requirements.Of(check.Requirement),
            check.Exchange,
            check.Finding?.Where,
            check.Finding?.Expected,
            check.Finding?.Actual,
            check.Finding?.Fix,
            check.Times > 1 ? check.Times : null,
            check is { Exchange: { } index, Finding: { } finding } && Find(result, index) is { } exchange
                ? exchanges.Locate(exchange, finding.Where, result)
                : null
        );

    private IEnumerable<PageStep> Steps(CaseResult result)
    {
        var recorded = result.Record?.Exchanges ?? [];
        var names = result.Case.Steps.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var step in result.Case.Steps)
        {
            yield return Step(step.Name, StepPhrase.Of(step), recorded.Where(e => e.Step == step.Name), result);
        }

        foreach (var other in recorded.Where(e => !names.Contains(e.Step)).GroupBy(e => e.Step))
        {
            yield return Step(other.Key, null, other, result);
        }
    }

    private PageStep Step(string name, string? phrase, IEnumerable<Exchange> recorded, CaseResult result)
    {
        var judged = result.Checks.Where(c => c.Outcome is not CheckOutcome.Held).Select(c => c.Exchange).OfType<int>();
        var shown = Excerpted.Of([.. recorded], policy.MaxExchanges(result), judged.ToHashSet());
        policy.Omit(shown.Omitted);
        var obstacle = result.Record?.Obstacle is { } o && o.Step == name ? o.Reason : null;
        var isSilent = shown.Exchanges.IsEmpty && result.Record is null;
        return new(
            name,
            phrase,
            obstacle ?? (isSilent ? "not carried out" : null),
            OrNull(shown.Exchanges.Select(e => exchanges.Of(e, result))),
            shown.Omitted == 0 ? null : Omitted(shown.OmittedExchanges)
        );
    }

    private static string Omitted(ImmutableArray<Exchange> exchanges)
    {
        var answers = exchanges
            .GroupBy(ExchangeLine.Answer)
            .Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Count()} x {g.Key}"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{exchanges.Length} further exchanges are not shown: {string.Join(", ", answers)}"
        );
    }

    // A check of two answers says which field is wrong; the answers side by side say what else is different.
    private IEnumerable<PageComparison> Comparisons(CaseResult result) =>
        result
            .Case.Expectations.Where(e =>
                result.Failures.Any(f => f.Check == e.GetType().Name && f.Requirement.Id == e.Requirement.Id)
            )
            .Select(Compared)
            .OfType<(string First, string Second)>()
            .Distinct()
            .Select(pair => Compare(pair.First, pair.Second, result))
            .OfType<PageComparison>();

    private PageComparison? Compare(string first, string second, CaseResult result)
    {
        var most = policy.MaxBody(result);
        return
            Last(result, first) is { Response.Body.IsEmpty: false } a
            && Last(result, second) is { Response.Body.IsEmpty: false } b
            && LineDifference.Of(Text(a), Text(b)) is { } lines
            ? new(first, second, lines)
            : null;

        string Text(Exchange exchange) => exchanges.Shown(exchange.Response!.Body, most).Text;
    }

    private static (string, string)? Compared(CaseExpectation expectation) =>
        expectation switch
        {
            FieldsAgree e => (e.First, e.Second),
            FieldsPersist e => (e.First, e.Second),
            _ => null,
        };

    private static Exchange? Last(CaseResult result, string step) =>
        result.Record?.Exchanges.LastOrDefault(e => e.Step == step && e.Purpose is ExchangePurpose.Step);

    private static Exchange? Find(CaseResult result, int index) =>
        result.Record?.Exchanges.FirstOrDefault(e => e.Index == index);

    private static List<T>? OrNull<T>(IEnumerable<T> items) => items.ToList() is { Count: > 0 } list ? list : null;
}
