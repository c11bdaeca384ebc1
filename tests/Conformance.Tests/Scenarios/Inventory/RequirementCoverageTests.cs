using Conformance.Scenarios;
using Conformance.Scenarios.Inventory;
using Conformance.Tests.Run;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Scenarios.Inventory;

/// <summary>Which cases test which requirement.</summary>
[TestFixture]
internal sealed class RequirementCoverageTests
{
    [Test]
    public void A_requirement_is_tested_by_the_cases_that_carry_its_id() =>
        Of("write-note.request.body.text.maxLength")
            .CaseIds.Should()
            .Contain("write-note/validation_errors/text/longest")
            .And.Contain("write-note/validation_errors/text/too-long")
            .And.NotContain("write-note/validation_errors/text/missing");

    [Test]
    public void A_requirement_of_an_answer_is_tested_by_the_cases_in_which_the_answer_is_due() =>
        Of("read-note.response.404.body.message.required")
            .CaseIds.Should()
            .Contain("read-note/edge_cases/path.note_id/unknown")
            .And.NotContain("read-note/happy_path/valid-request");

    [Test]
    public void An_error_code_is_tested_where_it_is_due_and_not_wherever_its_status_is()
    {
        Of("error_codes.NO_SUCH_NOTE").CaseIds.Should().NotBeEmpty().And.OnlyContain(id => id.StartsWith("read-note/"));
        Of("error_codes.INVALID_NOTE")
            .CaseIds.Should()
            .NotBeEmpty()
            .And.OnlyContain(id => id.StartsWith("write-note/"));
    }

    [Test]
    public void A_requirement_without_a_case_and_without_a_reason_is_a_gap()
    {
        var plan = Notes.Plan();
        var coverage = RequirementCoverage.Of(Inventory(plan), [], plan.Omissions);

        coverage.Tested.Should().BeEmpty();
        coverage.Gaps.Select(g => g.Requirement.Id).Should().Contain("write-note.request.body.text.maxLength");
    }

    [Test]
    public void What_the_compiler_left_out_with_a_reason_is_no_gap()
    {
        var plan = Notes.Plan();
        var inventory = Inventory(plan);
        var left = inventory.First(e => e.Requirement.Id == "write-note.request.body.text.maxLength").Requirement;

        var coverage = RequirementCoverage.Of(inventory, [], [new Omission(left, "No payload could be made.")]);

        coverage.Gaps.Select(g => g.Requirement.Id).Should().NotContain(left.Id);
        coverage.Untested.Single(u => u.Requirement.Id == left.Id).Reason.Should().Be("No payload could be made.");
    }

    [Test]
    public void What_cannot_be_seen_from_outside_says_so()
    {
        var orders = Compiled.Specification("orders");
        var compiled = ScenarioCompiler.CompileAll(orders, new CompilerOptions());
        var coverage = RequirementCoverage.Of(
            RequirementInventory.Of(orders, new CompilerOptions()),
            compiled.Cases,
            compiled.Omissions
        );

        coverage
            .Untested.Where(u => u.Requirement.Id.StartsWith("authentication.security_requirements"))
            .Should()
            .HaveCount(4)
            .And.OnlyContain(u => u.Reason != null);
    }

    [Test]
    public void No_must_of_the_orders_example_is_without_a_case_and_without_a_reason()
    {
        var orders = Compiled.Specification("orders");
        var compiled = ScenarioCompiler.CompileAll(orders, new CompilerOptions());

        RequirementCoverage
            .Of(RequirementInventory.Of(orders, new CompilerOptions()), compiled.Cases, compiled.Omissions)
            .Gaps.Select(g => g.Requirement.Id)
            .Should()
            .BeEmpty();
    }

    private static CoveredRequirement Of(string id) =>
        Notes.Plan().Coverage().Requirements.Single(r => r.Requirement.Id == id);

    private static IEnumerable<InventoryEntry> Inventory(ConformancePlan plan) =>
        RequirementInventory.Of(plan.Specification, new CompilerOptions());
}
