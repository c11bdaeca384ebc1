using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Grouping;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Grouping;

internal sealed class RunFindingsTests
{
    [Test]
    public void The_same_fault_in_other_steps_and_elements_is_one_cause()
    {
        var first = Case("one", Recorded.Step(Field("items[0].price")).Answering(201, "{}"));
        var second = Case("two", Recorded.Step().Then("read", Field("items[3].price")).Answering("read", 201, "{}"));

        var group = RunFindings.Group([first, second]).Failures.Single(g => g.Example.Check == "FieldIs");

        group.Cause.Should().Be("FieldIs | sample.requirement | response, body, $.items[].price");
        group.CaseIds.Should().Equal("one", "two");
    }

    [Test]
    public void Other_requirements_and_other_places_are_other_causes()
    {
        var results = new[]
        {
            Case("one", Recorded.Step(Field("a")).Answering(201, "{}")),
            Case("two", Recorded.Step(Field("b")).Answering(201, "{}")),
            Case("three", Recorded.Step(Field("a") with { Requirement = Sample.Must("other") }).Answering(201, "{}")),
        };

        RunFindings.Group(results).Failures.Count(g => g.Example.Check == "FieldIs").Should().Be(3);
    }

    [Test]
    public void The_most_frequent_cause_comes_first()
    {
        var results = Enumerable
            .Range(0, 3)
            .Select(i =>
                Case($"case-{i}", Recorded.Step(Field(i == 0 ? "rare" : "often")).Answering(201, Sample.Order))
            );

        RunFindings.Group(results).Failures[0].CaseIds.Should().Equal("case-1", "case-2");
    }

    [Test]
    public void Warnings_are_kept_apart_from_failures()
    {
        var findings = RunFindings.Group([
            Case("one", Recorded.Step(Field("a") with { Requirement = Sample.Should() }).Answering(201, Sample.Order)),
        ]);

        findings.Failures.Should().BeEmpty();
        findings.Warnings.Should().ContainSingle();
    }

    [Test]
    public void A_header_that_is_missing_everywhere_is_one_finding_with_all_its_occurrences()
    {
        var refused = new StatusIs(Sample.Must(), [400, 201]);
        var results = new[]
        {
            Case("one", Unlabelled(Recorded.Step(refused), 201)),
            Case("two", Unlabelled(Unlabelled(Recorded.Step(refused).Then("again", refused), 201), 400, "again")),
        };

        var group = RunFindings.Group(results).Failures.Single(g => g.Place == "header Content-Type");

        group.Cause.Should().StartWith("ContentTypeIsDeclared | header content-type | no such header");
        group.Times.Should().Be(3);
        group.Answers.Should().Equal("POST /orders 201", "POST /orders 400");
        group.CaseIds.Should().Equal("one", "two");
    }

    [Test]
    public void One_cause_in_many_answers_of_a_case_is_counted_in_full()
    {
        var requests = Enumerable
            .Range(0, 5)
            .Aggregate(Recorded.Step().Concurrently("many", 5), (seen, _) => Unlabelled(seen, 201, "many"));

        RunFindings
            .Group([Case("one", requests)])
            .Failures.Single(g => g.Place == "header Content-Type")
            .Times.Should()
            .Be(5);
    }

    [Test]
    public void A_wrong_value_is_another_cause_than_a_missing_header()
    {
        var results = new[]
        {
            Case("one", Unlabelled(Recorded.Step(), 201)),
            Case("two", Recorded.Step().Bare("create", 201, Body, ("Content-Type", "text/html"))),
        };

        RunFindings.Group(results).Failures.Count(g => g.Place == "header Content-Type").Should().Be(2);
    }

    [Test]
    public void Causes_of_the_same_cases_are_told_together()
    {
        var results = new[]
        {
            Case("one", Recorded.Step(Field("a"), Field("b")).Answering(201, Sample.Order)),
            Case("two", Recorded.Step(Field("c")).Answering(201, Sample.Order)),
        };

        RunFindings.Group(results).FailuresTogether.Select(g => g.Count).Should().BeEquivalentTo([2, 1]);
    }

    [Test]
    public void A_finding_leads_back_to_its_group()
    {
        var result = Case("one", Recorded.Step(Field("a")).Answering(201, "{}"));

        RunFindings
            .Group([result])
            .Of(result.Failures.First(f => f.Check == "FieldIs").Finding)!
            .CaseIds.Should()
            .Equal("one");
    }

    private static readonly byte[] Body = System.Text.Encoding.UTF8.GetBytes(Sample.Order);

    private static Recorded Unlabelled(Recorded recorded, int status, string step = "create") =>
        recorded.Bare(step, status, Body);

    private static FieldIs Field(string path) => new(Sample.Must(), path, Sample.Json("1"));

    private static CaseResult Case(string id, Recorded recorded)
    {
        var result = recorded.Judge();
        return result with { Case = result.Case with { Id = id } };
    }
}
