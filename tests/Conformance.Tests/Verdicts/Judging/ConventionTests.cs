using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Checks;
using Conformance.Verdicts.Invariants;
using Conformance.Verdicts.RunWide;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Judging;

internal sealed class ConventionTests
{
    private static IEnumerable<ICheck> Checks => [.. AllChecks.OfExchanges, .. AllChecks.OfCases];

    [Test]
    public void Every_expectation_has_exactly_one_check_of_its_name()
    {
        var expectations = typeof(Expectation)
            .Assembly.GetTypes()
            .Where(t =>
                t.IsSubclassOf(typeof(Expectation)) && !t.IsSubclassOf(typeof(RunExpectation)) && !t.IsAbstract
            );

        Checks.Select(c => c.Judges).Should().BeEquivalentTo(expectations);
        Checks.Should().OnlyContain(c => c.Name == c.Judges.Name);
    }

    [Test]
    public void Every_expectation_of_the_whole_run_has_exactly_one_invariant_of_its_name()
    {
        var expectations = typeof(Expectation)
            .Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(RunExpectation)) && !t.IsAbstract)
            .ToArray();
        var invariants = typeof(RunInvariant)
            .Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(RunInvariant)) && !t.IsAbstract);

        invariants.Select(i => i.Name).Should().BeEquivalentTo(expectations.Select(e => e.Name));
        expectations
            .Select(e => (RunExpectation)Activator.CreateInstance(e, Sample.Must())!)
            .Should()
            .OnlyContain(e => AllRunInvariants.For(e).Name == e.GetType().Name);
    }

    [Test]
    public void Every_check_and_invariant_is_listed()
    {
        var written = typeof(ICheck).Assembly.GetTypes().Where(t => !t.IsAbstract).ToArray();

        Checks.Select(c => c.GetType()).Should().BeEquivalentTo(written.Where(t => t.IsAssignableTo(typeof(ICheck))));
        AllInvariants
            .Listed.Select(i => i.GetType())
            .Should()
            .BeEquivalentTo(written.Where(t => t.IsAssignableTo(typeof(Invariant))));
    }

    [Test]
    public void Every_check_and_invariant_has_tests_in_which_it_holds_and_in_which_it_breaks()
    {
        var tested = typeof(CheckTests)
            .Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(CheckTests)) && !t.IsAbstract)
            .Select(t => t.Name);
        var names = Checks.Select(c => c.Name).Concat(AllInvariants.Listed.Select(i => i.Name));

        tested.Should().BeEquivalentTo(names.Select(n => $"{n}Tests"));
    }
}
