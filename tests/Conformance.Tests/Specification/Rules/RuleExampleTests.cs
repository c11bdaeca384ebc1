using System.Collections.Immutable;
using Conformance.Specification;
using Conformance.Specification.Rules;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Specification.Rules;

/// <summary>Every rule has a specification it complains about and a repaired one it is silent about.</summary>
public sealed class RuleExampleTests
{
    private static readonly ImmutableArray<RuleExample> Examples =
    [
        .. Linter.Rules.SelectMany(rule => RuleExample.Of(rule.Id)),
    ];

    [TestCaseSource(nameof(Cases))]
    public void A_rule_finds_its_bad_example(string id, string bad, string good) =>
        Ids(bad).Should().Contain(id, "of {0} (repaired: {1})", bad, good);

    [TestCaseSource(nameof(Cases))]
    public void A_rule_is_silent_about_its_good_example(string id, string bad, string good) =>
        Ids(good).Should().NotContain(id, "of {0} (repaired from {1})", good, bad);

    // Reading refuses what these two would find before a schema is compiled; they speak to those who compile one themselves.
    [Test]
    public void Every_rule_has_examples() =>
        Linter.Rules.Select(r => r.Id).Except(["SCH-103", "SCH-202"]).Should().BeSubsetOf(Examples.Select(e => e.Id));

    [Test]
    public void Every_rule_class_is_in_the_list()
    {
        var classes = typeof(LintRule)
            .Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(LintRule)) && !t.IsAbstract);
        LintRules.All.Select(r => r.GetType()).Should().BeEquivalentTo(classes);
    }

    [Test]
    public void Ids_are_unique_and_every_description_is_complete()
    {
        Linter.Rules.Select(r => r.Id).Should().OnlyHaveUniqueItems();
        Linter
            .Rules.Should()
            .OnlyContain(r => r.Title != "" && r.Rationale != "" && r.Fix != "" && r.Rationale.Length < 1024);
    }

    [Test]
    public void Findings_of_rules_say_how_to_fix_them()
    {
        foreach (var example in Examples)
        {
            var findings = Linter
                .Lint(SpecificationLoader.LoadText("x.yaml", example.Bad))
                .Where(d => d.Id == example.Id);
            findings.Should().OnlyContain(d => d.Location.Line > 0 && (d.Fix != null || d.Id.StartsWith("SCH")));
        }
    }

    private static IEnumerable<TestCaseData<string, string, string>> Cases() =>
        Examples.Select(
            (e, index) =>
                new TestCaseData<string, string, string>(e.Id, e.Bad, e.Good).SetArgDisplayNames($"{e.Id} #{index}")
        );

    private static IEnumerable<string> Ids(string text) =>
        Linter.Lint(SpecificationLoader.LoadText("x.yaml", text)).Select(d => d.Id);
}
