using System.Text;
using Conformance.Records;
using Conformance.Specification.Model;
using Conformance.Tests.Reports;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Records;

/// <summary>A run of any length holds on to a bounded number of bytes of what passed, and to all of what did not.</summary>
internal sealed class EvidenceBudgetTests
{
    private static readonly string Body = new('x', 1000);

    [Test]
    public void Passed_cases_are_kept_whole_until_the_budget_is_spent()
    {
        var budget = new EvidenceBudget(capacity: 2500);

        var kept = Enumerable.Range(0, 3).Select(_ => budget.Keep(Case(Verdict.Passed))).ToList();

        kept.Select(k => k.Record!.Exchanges[0].Response!.Body.Length).Should().Equal(1000, 1000, 0);
    }

    [Test]
    public void Of_a_trimmed_case_the_request_line_the_status_and_the_time_stay_and_it_says_where_the_rest_is()
    {
        var whole = Case(Verdict.Passed);

        var kept = new EvidenceBudget(capacity: 0).Keep(whole);

        var (before, after) = (whole.Record!.Exchanges[0], kept.Record!.Exchanges[0]);
        (after.Request.Method, after.Request.Url, after.Response!.Status, after.Duration)
            .Should()
            .Be((before.Request.Method, before.Request.Url, before.Response!.Status, before.Duration));
        kept.Record.Notes.Should().ContainSingle().Which.Should().EndWith("record/cases.ndjson has them.");
    }

    [TestCase(Verdict.Failed)]
    [TestCase(Verdict.Inconclusive)]
    public void What_did_not_pass_is_never_trimmed(Verdict verdict)
    {
        var whole = Case(verdict);

        new EvidenceBudget(capacity: 0).Keep(whole).Should().BeSameAs(whole);
    }

    private static CaseResult Case(Verdict verdict) =>
        SampleRun.Recorded(
            SampleRun.Case("create-order/happy_path/valid", "A case", ScenarioKind.HappyPath),
            verdict,
            SampleRun.Sent(0, "request", 201, "") with
            {
                Response = SampleRun.Sent(0, "request", 201, "").Response! with
                {
                    Headers = [],
                    Body = Encoding.UTF8.GetBytes(Body),
                },
                Request = SampleRun.Sent(0, "request", 201, "").Request with { Headers = [], Body = default },
            }
        );
}
