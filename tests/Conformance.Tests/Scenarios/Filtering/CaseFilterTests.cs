using Conformance.Scenarios.Filtering;
using Conformance.Specification.Model;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Scenarios.Filtering;

[TestFixture]
[Parallelizable(ParallelScope.All)]
internal sealed class CaseFilterTests
{
    [TestCase("kind=idempotency", "*/idempotency/*")]
    [TestCase(
        "kind=idempotency|rate_limit endpoint=create-order",
        "create-order/idempotency/*|create-order/rate_limit/*"
    )]
    [TestCase(
        "endpoint=\"POST /api/v1/orders\", kind=edge_cases, origin=declared",
        "create-order/edge_cases/declared/*"
    )]
    [TestCase("id=create-order/*/items[].quantity/*", "create-order/validation_errors/items[].quantity/*")]
    [TestCase("tag=scope id!=*/missing-scope", "*/sufficient-scope")]
    [TestCase(
        "requirement=create-order.request.body.items[].quantity.maximum tag=accepted",
        "*/items[].quantity/at-maximum"
    )]
    public void All_terms_must_hold(string filter, string ids)
    {
        var chosen = Chosen(filter);
        chosen.Should().NotBeEmpty();
        chosen.Should().BeEquivalentTo(Chosen($"id={ids}"));
    }

    [Test]
    public void A_level_is_the_requirements_level() =>
        CaseFilter
            .Parse("level=should")
            .Filter!.Apply(Compiled.Cases("orders"))
            .Should()
            .NotBeEmpty()
            .And.OnlyContain(c => c.Requirement.Level == Conformance.Scenarios.Requirements.RequirementLevel.Should);

    [Test]
    public void An_empty_filter_chooses_everything() =>
        Chosen("  ").Should().HaveCount(Compiled.Cases("orders").Length);

    [TestCase("kin=happy_path", 1, "'kin' is nothing", "id, kind, endpoint, level, tag, origin, requirement")]
    [TestCase("kind=happy", 6, "'happy' is no kind", "happy_path, validation_errors")]
    [TestCase("level=must kind", 16, "'kind' is not followed by a value", "kind=")]
    [TestCase("endpoint=POST /api/v1/orders", 15, "'/' starts no term", "id, kind")]
    [TestCase("id=", 4, "'id' has no value", "id=")]
    public void What_is_wrong_is_said_with_its_place_and_what_is_accepted(
        string filter,
        int column,
        string message,
        string expected
    )
    {
        var error = CaseFilter.Parse(filter).Error!;
        error.Column.Should().Be(column);
        error.Message.Should().Contain(message);
        error.Expected.Should().Contain(expected);
    }

    [Test]
    public void Every_accepted_form_is_accepted()
    {
        foreach (var form in CaseFilter.AcceptedForms)
        {
            CaseFilter.Parse(form).Error.Should().BeNull(form);
        }
    }

    private static List<string> Chosen(string filter)
    {
        var parsed = CaseFilter.Parse(filter);
        parsed.Error.Should().BeNull();
        return [.. parsed.Filter!.Apply(Compiled.Cases("orders")).Select(c => c.Id)];
    }
}
