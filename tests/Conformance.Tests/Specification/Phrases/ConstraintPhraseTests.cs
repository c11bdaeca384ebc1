using Conformance.Specification.Model;
using Conformance.Specification.Phrases;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Specification.Phrases;

public sealed class ConstraintPhraseTests
{
    [TestCase("max 50 characters", null, 50)]
    [TestCase("up to 50 chars", null, 50)]
    [TestCase("at most 50 characters long", null, 50)]
    [TestCase("maximum length 50", null, 50)]
    [TestCase("max 50", null, 50)]
    [TestCase("min 3 characters", 3, null)]
    [TestCase("at least 3 characters", 3, null)]
    [TestCase("3-50 characters", 3, 50)]
    [TestCase("between 3 and 50 characters", 3, 50)]
    [TestCase("exactly 2 characters", 2, 2)]
    [TestCase("2 characters", 2, 2)]
    [TestCase("non-empty", 1, null)]
    public void A_length_is_understood(string phrase, int? min, int? max)
    {
        var schema = Apply(phrase, JsonTypes.String);
        (schema.MinLength, schema.MaxLength).Should().Be((min, max));
    }

    [TestCase("between 1 and 999", 1, 999)]
    [TestCase("1 - 999", 1, 999)]
    [TestCase("min 1", 1, null)]
    [TestCase("at most 0.5", null, 0.5)]
    [TestCase("non-negative", 0, null)]
    [TestCase("-5 to 5", -5, 5)]
    public void A_range_is_understood(string phrase, double? min, double? max)
    {
        var schema = Apply(phrase, JsonTypes.Number);
        (schema.Minimum, schema.Maximum).Should().Be(((decimal?)min, (decimal?)max));
    }

    [Test]
    public void Exclusive_bounds_are_exclusive()
    {
        Apply("positive", JsonTypes.Number).ExclusiveMinimum.Should().Be(0);
        Apply("greater than 5", JsonTypes.Number).ExclusiveMinimum.Should().Be(5);
        Apply("less than 5", JsonTypes.Number).ExclusiveMaximum.Should().Be(5);
    }

    [TestCase("max 100 items", null, 100)]
    [TestCase("1-100 entries", 1, 100)]
    [TestCase("max 100", null, 100)]
    [TestCase("non-empty", 1, null)]
    public void A_number_of_elements_is_understood(string phrase, int? min, int? max)
    {
        var schema = Apply(phrase, JsonTypes.Array);
        (schema.MinItems, schema.MaxItems).Should().Be((min, max));
    }

    [TestCase("alphanumeric", "CUST-12345", true)]
    [TestCase("alphanumeric", "CUST 12345", false)]
    [TestCase("digits only", "12345", true)]
    [TestCase("digits only", "12a45", false)]
    [TestCase("letters only", "abc", true)]
    [TestCase("uppercase", "AB-1", true)]
    [TestCase("uppercase", "Ab-1", false)]
    [TestCase("lowercase", "ab-1", true)]
    [TestCase("lowercase", "aB-1", false)]
    public void An_alphabet_is_understood(string phrase, string value, bool matches) =>
        System
            .Text.RegularExpressions.Regex.IsMatch(value, Apply(phrase, JsonTypes.String).Pattern!)
            .Should()
            .Be(matches);

    [Test]
    public void Two_alphabets_hold_both()
    {
        var schema = Parse("uppercase", JsonTypes.String).Apply(Apply("alphanumeric", JsonTypes.String));
        schema.Pattern.Should().Be("^[A-Za-z0-9_-]+$");
        schema.AllOf.Single().Pattern.Should().Be("^[^a-z]+$");
    }

    [TestCase("2 decimal places", "0.01")]
    [TestCase("max 3 decimals", "0.001")]
    [TestCase("whole number", "1")]
    public void Decimal_places_are_a_multiple(string phrase, string multiple) =>
        Apply(phrase, JsonTypes.Number)
            .MultipleOf.Should()
            .Be(decimal.Parse(multiple, System.Globalization.CultureInfo.InvariantCulture));

    [Test]
    public void The_name_of_a_format_is_one()
    {
        Apply("uuid", JsonTypes.String).Format.Should().Be("uuid");
        Apply("unique", JsonTypes.Array).UniqueItems.Should().BeTrue();
    }

    [TestCase("pretty")]
    [TestCase("max fifty characters")]
    [TestCase("50-3 characters")]
    [TestCase("max 1.5 characters")]
    [TestCase("between 1 and")]
    public void Prose_is_not_guessed(string phrase) =>
        ConstraintPhrase.Parse(phrase, JsonTypes.String).IsUnderstood.Should().BeFalse();

    [TestCase("Price per unit (2 decimal places)", 2)]
    [TestCase("Rate (max 4 decimals)", 4)]
    [TestCase("2 decimal places look nice", null)]
    public void A_hint_stands_in_parentheses(string description, int? places) =>
        DecimalPlacesHint.Find(description).Should().Be(places);

    private static SchemaNode Apply(string phrase, JsonTypes types) =>
        Parse(phrase, types).Apply(new SchemaNode { Location = SourceLocation.None, Types = types });

    private static Constraint Parse(string phrase, JsonTypes types)
    {
        var result = ConstraintPhrase.Parse(phrase, types);
        result.IsUnderstood.Should().BeTrue("'{0}' is one of: {1}", phrase, result.Accepted);
        return result.Value!;
    }
}
