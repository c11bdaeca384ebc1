using System.Text.Json.Nodes;
using Conformance.Scenarios.Payloads;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Scenarios.Payloads;

[TestFixture]
internal sealed class ComputedFieldTests
{
    private const string Payload = """{"n":3,"p":1.5,"items":[{"q":3,"u":0.10},{"q":1,"u":0.20}],"none":[]}""";

    [TestCase("sum(items[].q * items[].u)", "0.50")]
    [TestCase("sum(items[].q)", "4")]
    [TestCase("sum(none[].q)", "0")]
    [TestCase("count(items[])", "2")]
    [TestCase("n * p", "4.5")]
    [TestCase("n * 2", "6")]
    public void A_formula_is_computed_in_decimals(string formula, string expected) =>
        ComputedField
            .Compute(formula, JsonNode.Parse(Payload))
            .Should()
            .Be(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));

    [TestCase("avg(items[].q)")]
    [TestCase("sum(items[].absent)")]
    [TestCase("sum(absent[].q)")]
    [TestCase("n + p")]
    public void What_cannot_be_computed_is_not_guessed(string formula) =>
        ComputedField.Compute(formula, JsonNode.Parse(Payload)).Should().BeNull();
}
