using Conformance.Evolution;
using Conformance.Evolution.Rules;
using Conformance.Specification;
using Conformance.Specification.Diagnostics;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Evolution;

/// <summary>Each rule of comparison finds what its bad example breaks, and nothing in its good one.</summary>
public sealed class EvolutionRuleTests
{
    /// <summary>Rules about what nobody must change for.</summary>
    private static readonly string[] Telling =
    [
        "EVO-103",
        "EVO-904",
        "EVO-912",
        "EVO-921",
        "EVO-922",
        "EVO-923",
        "EVO-924",
    ];

    /// <summary>Rules about what only the provider must do.</summary>
    private static readonly string[] ForProviders = ["EVO-202"];

    private static IEnumerable<string> Rules => SpecificationComparison.Rules.Select(r => r.Id);

    [Test]
    public void Ids_are_unique_and_in_order() =>
        Rules.Should().OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal);

    [TestCaseSource(nameof(Rules))]
    public void The_bad_example_is_found_at_its_place_in_both_versions(string id)
    {
        var example = EvolutionExample.Of(id)!;

        var found = Contracts.Compare(example.Old, example.Bad).Changes.Where(c => c.Rule.Id == id).ToArray();

        found.Should().NotBeEmpty();
        found
            .Should()
            .OnlyContain(c => c.Old.File == "old.yaml" && c.Old.Line > 0)
            .And.OnlyContain(c => c.New.File == "new.yaml" && c.New.Line > 0);
        if (!Telling.Contains(id))
        {
            found
                .Should()
                .Contain(c =>
                    c.Impacts.By(ForProviders.Contains(id) ? View.Provider : View.Consumer) == Impact.Breaking
                );
        }
    }

    [TestCaseSource(nameof(Rules))]
    public void The_good_example_breaks_no_consumer(string id)
    {
        var example = EvolutionExample.Of(id)!;

        var found = Contracts.Compare(example.Old, example.Good).Changes.Where(c => c.Rule.Id == id);

        found.Should().NotContain(c => Telling.Contains(id) || c.Impacts.Consumers == Impact.Breaking);
    }

    [TestCaseSource(nameof(Rules))]
    public void Nothing_differs_between_a_version_and_itself(string id)
    {
        var example = EvolutionExample.Of(id)!;

        Contracts.Compare(example.Old, example.Old).Changes.Should().BeEmpty();
    }

    [TestCaseSource(nameof(Rules))]
    public void Examples_are_written_as_specifications_are(string id)
    {
        var example = EvolutionExample.Of(id)!;
        // An example shows one section; that others are missing is not its matter.
        var missing = LoaderRules.MissingSection.Id;

        new[] { example.Old, example.Bad, example.Good }
            .SelectMany(yaml => SpecificationLoader.LoadText("example.yaml", yaml).Diagnostics)
            .Where(d => d.Severity == Severity.Error && d.Id != missing)
            .Select(d => $"{d.Id} {d.Message}")
            .Should()
            .BeEmpty();
    }
}
