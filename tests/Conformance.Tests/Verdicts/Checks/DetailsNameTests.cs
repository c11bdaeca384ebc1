using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class DetailsNameTests : CheckTests
{
    private static readonly DetailsName Expectation = new(Sample.Must(), "items[0].quantity");

    protected override string Check => nameof(DetailsName);

    protected override IEnumerable<Scene> Holding =>
        [
            new("the field", Refused("""[{"field":"items[0].quantity","error":"too small"}]""")),
            new("among others", Refused("""[{"field":"customer_id"},{"field":"items[0].quantity"}]""")),
            new("in a sentence", Refused("""["items[0].quantity must be at least 1"]""")),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("no details", Refused(null)),
            new("an empty array", Refused("[]")),
            new("another field", Refused("""[{"field":"items[1].quantity"}]""")),
            new("only the last part", Refused("""[{"field":"quantity"}]""")),
            new("only the start", Refused("""[{"field":"items[0].quantity_unit"}]""")),
            new("not an array", Refused("\"items[0].quantity\"")),
            new("no body", Recorded.Step(Expectation).Answering(400)),
        ];

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Recorded.Step(Expectation).Answering("create", 400, body, headers);

    [TestCase("/items/0/quantity")]
    [TestCase("$.items[0].quantity")]
    [TestCase("body.items.0.quantity")]
    [TestCase("items.0.quantity")]
    public void Another_notation_of_the_same_field_only_warns(string notation)
    {
        var result = Refused($$"""[{"field":"{{notation}}"}]""").Judge();

        OutcomesOf(result).Should().Equal(CheckOutcome.Warned);
    }

    [Test]
    public void An_error_format_without_details_is_not_judged()
    {
        var recorded = Refused("[]");
        var format = Sample.Errors with { Roles = Sample.Errors.Roles with { Details = null } };
        var context = recorded.Context with { Specification = Sample.Specification with { ErrorFormat = format } };

        OutcomesOf((recorded with { Context = context }).Judge()).Should().Equal(CheckOutcome.NotJudged);
    }

    private static Recorded Refused(string? details) =>
        Recorded.Step(Expectation).Answering(400, Sample.Error("VALIDATION_ERROR", details: details));
}
