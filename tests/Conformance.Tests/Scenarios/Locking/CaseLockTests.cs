using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Locking;
using Conformance.Specification.Model;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Scenarios.Locking;

[TestFixture]
internal sealed class CaseLockTests
{
    [Test]
    public void Unchanged_cases_are_the_same()
    {
        var cases = Compiled.Cases("orders");
        CaseLock.Compare("cases.lock", CaseLock.TextOf(cases), cases).IsSame.Should().BeTrue();
    }

    [Test]
    public void Cases_that_came_went_and_changed_are_named()
    {
        var cases = Compiled.Cases("orders");
        var locked = CaseLock.TextOf(cases.RemoveAt(0).Add(cases[1] with { Id = "gone" }));
        var changed = cases.SetItem(5, cases[5] with { Steps = cases[6].Steps });
        var comparison = CaseLock.Compare("cases.lock", locked, changed);
        comparison.Added.Should().Equal(cases[0].Id);
        comparison.Removed.Should().Equal("gone");
        comparison.Changed.Should().Equal(cases[5].Id);
        comparison.IsSame.Should().BeFalse();
    }

    [Test]
    public void A_case_that_only_moved_in_the_specification_is_the_same()
    {
        var text = File.ReadAllText(Conformance.Tests.Specification.RepositoryFiles.Spec("orders.yaml"));
        var before = Compile(text);
        var after = Compile("# one line\n# and another\n" + text);
        after[0].Requirement.Location.Line.Should().NotBe(before[0].Requirement.Location.Line);
        CaseLock.Compare("cases.lock", CaseLock.TextOf(before), after).IsSame.Should().BeTrue();
    }

    [Test]
    public void Every_part_of_a_case_is_in_its_digest()
    {
        var form = CaseDigest.CanonicalForm(
            Compiled.Cases("orders").First(c => c.Id.EndsWith("/read-back", StringComparison.Ordinal))
        );
        form.Should()
            .ContainAll(
                "CUST-12345",
                "StatusIs",
                "FieldsAgree",
                "FreshUuid",
                "Captured",
                "GET /api/v1/orders/{order_id}"
            );
        form.Should().NotContain("orders.yaml");
    }

    [TestCase("not a lock file", "cases.lock:1: ")]
    [TestCase("# only a comment", "names no case")]
    [TestCase("", "names no case")]
    public void A_file_that_is_no_lock_file_never_agrees(string text, string problem)
    {
        var comparison = CaseLock.Compare("cases.lock", text, []);
        comparison.IsSame.Should().BeFalse();
        comparison.Problem.Should().Contain(problem).And.Contain("conformance list --lock");
    }

    [Test]
    public async Task A_file_that_is_not_there_is_a_problem_and_not_an_exception()
    {
        var missing = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString(), "cases.lock");
        (await CaseLock.CompareAsync(missing, [])).Problem.Should().Contain(missing);
    }

    private static System.Collections.Immutable.ImmutableArray<ContractCase> Compile(string yaml) =>
        Conformance.Scenarios.ScenarioCompiler.Compile(Compiled.Text(yaml), new());
}
