using System.Collections.Immutable;
using Conformance.Execution.Recording;
using Conformance.Scenarios;
using Conformance.Scenarios.Inventory;
using Conformance.Scenarios.Ledger;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Coverage;

/// <summary>The inventory against real runs: what it calls tested was judged, and what was judged stands in it.</summary>
[TestFixture("orders.yaml")]
[TestFixture("parcels.yaml")]
public sealed class JudgedRequirementsTests(string name)
{
    private RequirementCoverage coverage = null!;
    private ImmutableArray<InventoryEntry> inventory;
    private List<Judged> judged = null!;

    [OneTimeSetUp]
    public async Task Run()
    {
        var run = await ExampleRun.OfAsync(name);
        coverage = run.Plan.Coverage();
        inventory = RequirementInventory.Of(run.Plan.Specification, new CompilerOptions());
        judged = [.. run.Result.Cases.SelectMany(Judgements)];
    }

    [Test]
    public void Every_requirement_that_counts_as_tested_was_judged() =>
        coverage
            .Tested.Where(t => !IsProvidersChoice(t))
            .Where(t => !judged.Exists(j => IsJudgementOf(t.Entry, j)))
            .Select(t => $"{t.Requirement.Id}, by {t.CaseIds[0]}")
            .Should()
            .BeEmpty("the inventory must not call tested what no check looked at");

    [Test]
    public void Every_requirement_that_was_judged_stands_in_the_inventory_or_refers_to_a_rule_of_the_ledger()
    {
        var rules = StandardsLedger.Rules.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);

        NotInTheInventory()
            .Where(j => !j.Check.Requirement.References.Any(rules.Contains))
            .Select(j => $"{j.Check.Requirement.Id}, by {j.Check.Check} in {j.CaseId}")
            .DistinctBy(text => text.Split(',')[0])
            .Should()
            .BeEmpty(
                "what a line of the specification says is an entry in src/Conformance.Scenarios/Inventory, and what "
                    + "follows from a rule refers to that rule in src/Conformance.Scenarios/Ledger"
            );
    }

    private IEnumerable<Judged> NotInTheInventory()
    {
        var known = inventory.Select(e => e.Requirement.Id).ToHashSet(StringComparer.Ordinal);
        return judged.Where(j => !known.Contains(j.Check.Requirement.Id));
    }

    [Test]
    public void A_requirement_that_can_fail_a_target_is_judged_by_a_check_that_can()
    {
        var gating = judged
            .Where(j => j.Check.Requirement.Gates)
            .Select(j => j.Check.Requirement.Id)
            .ToHashSet(StringComparer.Ordinal);

        coverage
            .Tested.Where(t => !IsProvidersChoice(t))
            .Where(t => t.Requirement.Gates && !gating.Contains(JudgedAs(t.Entry)))
            .Select(t => $"{t.Requirement.Id}, judged as {JudgedAs(t.Entry)}")
            .Should()
            .BeEmpty();
    }

    // An invariant that held is written down once for a case, whichever of its answers it was judged on.
    private static IEnumerable<Judged> Judgements(CaseResult result)
    {
        var statuses = (result.Record?.Exchanges ?? [])
            .Where(e => e.Purpose is ExchangePurpose.Step)
            .Select(e => e.Response?.Status)
            .OfType<int>()
            .ToHashSet();
        return result
            .Checks.Where(c => c.Outcome is not CheckOutcome.NotJudged)
            .Select(c => new Judged(result.Case.Id, c, statuses));
    }

    private static bool IsJudgementOf(InventoryEntry entry, Judged by) =>
        by.Check.Requirement.Id == JudgedAs(entry)
        && (
            entry.Observation is not Observation.OnEveryExchange on
            || by.Check.Check == on.Invariant
                && by.Statuses.Any(s => s >= on.Answers.FromStatus && s <= on.Answers.ToStatus)
        );

    // The simulator chose otherwise, and conforms.
    private static bool IsProvidersChoice(CoveredRequirement covered) =>
        covered.Entry.ReasonWhenUntested == Reasons.ProvidersChoice;

    private static string JudgedAs(InventoryEntry entry) =>
        entry.Observation switch
        {
            Observation.ByCase by => by.JudgedAs,
            Observation.OnEveryExchange on => on.JudgedAs,
            _ => entry.Requirement.Id,
        };

    private sealed record Judged(string CaseId, CheckResult Check, HashSet<int> Statuses);
}
