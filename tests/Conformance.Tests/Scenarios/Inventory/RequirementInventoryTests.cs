using System.Collections.Immutable;
using Conformance.Scenarios;
using Conformance.Scenarios.Inventory;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;
using Conformance.Verdicts.Checks;
using Conformance.Verdicts.Invariants;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Scenarios.Inventory;

/// <summary>What a specification demands, line by line.</summary>
[TestFixture]
internal sealed class RequirementInventoryTests
{
    private const string Contract = """
        info: { title: "Shelf" }
        endpoints:
          - operation_id: add-book
            method: POST
            path: /books
            security: { public: true }
            request:
              body:
                type: object
                required: [title]
                properties:
                  title: { type: string, maxLength: 40 }
                  pages: { type: integer, minimum: 1 }
                  id: { type: string, readOnly: true }
            responses:
              201:
                schema:
                  type: object
                  required: [id]
                  properties:
                    id: { type: string, pattern: "^B[0-9]+$" }
                    tags: { type: array, maxItems: 3, items: { type: string, enum: [new, old] } }
              400: { description: "Invalid" }
        """;

    private static readonly string[] Names = ["orders", "parcels"];

    [Test]
    public void Each_keyword_of_each_request_field_is_one_requirement_and_so_is_what_follows_from_the_field()
    {
        Ids(Contract)
            .Where(id => id.StartsWith("add-book.request.body", StringComparison.Ordinal))
            .Should()
            .BeEquivalentTo(
                "add-book.request.body.syntax",
                "add-book.request.body.type",
                "add-book.request.body.title.required",
                "add-book.request.body.title.type",
                "add-book.request.body.title.maxLength",
                "add-book.request.body.pages.type",
                "add-book.request.body.pages.minimum",
                "add-book.request.body.pages.optional",
                "add-book.request.body.pages.alone",
                "add-book.request.body.title.any_text",
                "add-book.request.body.title.kept"
            );
    }

    [Test]
    public void Each_keyword_of_each_response_field_is_one_requirement()
    {
        Ids(Contract)
            .Where(id => id.StartsWith("add-book.response.201.body.", StringComparison.Ordinal))
            .Should()
            .BeEquivalentTo(
                "add-book.response.201.body.type",
                "add-book.response.201.body.id.required",
                "add-book.response.201.body.id.type",
                "add-book.response.201.body.id.pattern",
                "add-book.response.201.body.tags.type",
                "add-book.response.201.body.tags.maxItems",
                "add-book.response.201.body.tags[].type",
                "add-book.response.201.body.tags[].enum"
            );
    }

    [Test]
    public void A_requirement_stands_where_the_specification_says_it()
    {
        var maximum = Of(Compiled.Text(Contract))
            .Single(e => e.Requirement.Id == "add-book.request.body.title.maxLength")
            .Requirement;

        maximum.Location.Line.Should().Be(12);
        maximum.Level.Should().Be(RequirementLevel.Must);
        maximum.Basis.Should().Be(RequirementBasis.Contract);
        maximum.Statement.Should().Contain("title").And.Contain("40");
    }

    [Test]
    public void What_a_specification_does_not_say_is_not_demanded()
    {
        Ids(Contract)
            .Should()
            .NotContain(id =>
                id.StartsWith("authentication", StringComparison.Ordinal)
                || id.StartsWith("rate_limits", StringComparison.Ordinal)
                || id.StartsWith("webhooks", StringComparison.Ordinal)
                || id.Contains("idempotency", StringComparison.Ordinal)
            );
    }

    [TestCaseSource(nameof(Names))]
    public void Every_part_of_a_full_specification_has_requirements(string name)
    {
        var specification = Compiled.Specification(name);

        Of(specification)
            .Select(e => e.Section)
            .Distinct()
            .Should()
            .BeEquivalentTo(
                Enum.GetValues<InventorySection>()
                    .Where(s => s is not InventorySection.Webhooks || specification.Webhooks is not null)
                    .Where(s => s is not InventorySection.Standards)
            );
    }

    [TestCaseSource(nameof(Names))]
    public void Every_requirement_says_something_and_where(string name) =>
        Of(Compiled.Specification(name))
            .Should()
            .OnlyContain(e => e.Requirement.Statement.EndsWith('.') && e.Requirement.Statement.Length > 20)
            .And.OnlyContain(e => e.Requirement.Location.Line > 0);

    [TestCaseSource(nameof(Names))]
    public void What_is_judged_on_every_exchange_is_judged_by_an_invariant_that_exists(string name)
    {
        var judges = AllInvariants
            .Listed.Select(i => i.Name)
            .Concat(AllChecks.OfExchanges.Select(c => c.Name))
            .ToImmutableHashSet();

        Of(Compiled.Specification(name))
            .Select(e => e.Observation)
            .OfType<Observation.OnEveryExchange>()
            .Select(o => o.Invariant)
            .Distinct()
            .Should()
            .BeSubsetOf(judges);
    }

    [Test]
    public void The_environment_that_is_meant_decides_which_factor_of_limits_shows()
    {
        var specification = Compiled.Specification("orders");
        InventoryEntry Factor(string? environment) =>
            RequirementInventory
                .Of(
                    specification,
                    new CompilerOptions
                    {
                        Environment = environment is null ? null : specification.FindEnvironment(environment),
                    }
                )
                .Single(e => e.Requirement.Id == "environments.sandbox.rate_limits");

        Factor("sandbox").Observation.Should().BeOfType<Observation.ByCase>();
        Factor(null)
            .Observation.Should()
            .BeOfType<Observation.NotObserved>()
            .Which.Reason.Should()
            .Contain("--environment sandbox");
    }

    private static ImmutableArray<InventoryEntry> Of(IntegrationSpecification specification) =>
        RequirementInventory.Of(specification, new CompilerOptions());

    private static IEnumerable<string> Ids(string yaml) => Of(Compiled.Text(yaml)).Select(e => e.Requirement.Id);
}
