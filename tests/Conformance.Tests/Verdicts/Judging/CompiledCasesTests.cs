using Conformance.Scenarios;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;
using Conformance.Specification;
using Conformance.Tests.Specification;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Judging;

/// <summary>What the compiler makes must be able to pass: each case judges its own requirement.</summary>
internal sealed class CompiledCasesTests
{
    [TestCase("orders.yaml")]
    [TestCase("parcels.yaml")]
    public void Every_case_judges_its_own_requirement(string file)
    {
        var specification = SpecificationLoader.Load(RepositoryFiles.Spec(file)).Specification!;
        var cases = ScenarioCompiler.Compile(specification, new CompilerOptions());

        cases.Should().NotBeEmpty();
        cases.Where(c => Judged(c).All(e => e.Requirement.Id != c.Requirement.Id)).Select(c => c.Id).Should().BeEmpty();
    }

    private static IEnumerable<Expectation> Judged(ContractCase contractCase) =>
        contractCase
            .Steps.SelectMany(Expectations)
            .Concat(contractCase.Expectations)
            .Concat(contractCase.OverRun is { } overRun ? [overRun] : []);

    private static IEnumerable<Expectation> Expectations(CaseStep step) =>
        step switch
        {
            CaseStep.Send { IsArrangement: false } send => send.Expectations,
            CaseStep.SendConcurrently send => send.Expectations,
            CaseStep.SendUntilLimited send => send.Expectations,
            _ => [],
        };
}
