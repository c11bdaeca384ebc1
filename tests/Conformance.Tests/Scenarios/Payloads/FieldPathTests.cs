using Conformance.Scenarios.Payloads;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Scenarios.Payloads;

[TestFixture]
internal sealed class FieldPathTests
{
    [TestCase("")]
    [TestCase("customer_id")]
    [TestCase("items[0].quantity")]
    [TestCase("items[].quantity")]
    [TestCase("[2]")]
    [TestCase("matrix[0][1].cell")]
    public void A_path_is_written_as_it_was_read(string text) => FieldPath.Parse(text).ToString().Should().Be(text);

    [Test]
    public void Any_element_becomes_the_one_asked_for_and_the_first_further_in() =>
        FieldPath.Parse("orders[].items[].quantity").At(2, 0).ToString().Should().Be("orders[2].items[0].quantity");
}
