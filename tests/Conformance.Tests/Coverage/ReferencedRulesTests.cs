using Conformance.Scenarios;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Inventory;
using Conformance.Scenarios.Ledger;
using Conformance.Tests.Scenarios;
using Conformance.Tests.Specification;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Coverage;

/// <summary>The ledger of rules against real runs: what it calls tested is behind a check that was made.</summary>
public sealed class ReferencedRulesTests
{
    // Rules of situations that are in no run of an example against the simulator; tests of their own show each.
    // IDM-09: two operations take keys. ERR-06: the time of an error is judged where the target's clock is the real one.
    private static readonly string[] Elsewhere = ["ERR-06", "IDM-09"];

    [Test]
    public async Task Every_rule_that_counts_as_tested_is_behind_a_check_of_the_examples()
    {
        var referenced = new HashSet<string>(Elsewhere, StringComparer.Ordinal);
        foreach (var name in new[] { "orders.yaml", "parcels.yaml" })
        {
            var run = await ExampleRun.OfAsync(name);
            referenced.UnionWith(References(run.Plan.Cases));
            referenced.UnionWith(run.Result.Cases.SelectMany(c => c.Checks).SelectMany(c => c.Requirement.References));
        }

        referenced.UnionWith(References(OfOtherAccess()));
        StandardsLedger
            .Rules.Where(r => r.IsTested && !referenced.Contains(r.Id))
            .Select(r => $"{r.Id}, said to be tested by {string.Join(", ", r.TestedBy)}")
            .Should()
            .BeEmpty();
    }

    // The other ways in which a client can show who it is: HTTP Basic, JSON Web Tokens, certificates.
    private static IEnumerable<ContractCase> OfOtherAccess() =>
        Directory
            .EnumerateFiles(Path.Combine(RepositoryFiles.Root, "tests", "Conformance.Tests", "Run", "Access"), "*.yaml")
            .SelectMany(file => ScenarioCompiler.Compile(Compiled.Text(File.ReadAllText(file)), new CompilerOptions()));

    private static IEnumerable<string> References(IEnumerable<ContractCase> cases) =>
        cases.SelectMany(c =>
            c.Expectations.Select(e => e.Requirement)
                .Concat(c.Steps.SelectMany(ExpectationsOf.Step).Select(e => e.Requirement))
                .Append(c.Requirement)
                .SelectMany(r => r.References)
        );
}
