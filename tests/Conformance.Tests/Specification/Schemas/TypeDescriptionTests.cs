using Conformance.Specification.Model;
using Conformance.Specification.Schemas;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Specification.Schemas;

public sealed class TypeDescriptionTests
{
    [TestCase("string - machine-readable error code", JsonTypes.String, null, "machine-readable error code", false)]
    [TestCase("array - specific field errors (optional)", JsonTypes.Array, null, "specific field errors", true)]
    [TestCase("string - ISO 8601 datetime", JsonTypes.String, "date-time", "ISO 8601 datetime", false)]
    [TestCase("string - ISO 8601", JsonTypes.String, "date-time", "ISO 8601", false)]
    [TestCase("string - ISO 8601 date", JsonTypes.String, "date", "ISO 8601 date", false)]
    [TestCase("string - e.g., order.created", JsonTypes.String, null, "e.g., order.created", false)]
    [TestCase("string (UUID) - for request tracing", JsonTypes.String, "uuid", "for request tracing", false)]
    [TestCase("string (ISO 3166-1 alpha-2)", JsonTypes.String, "iso-3166-1-alpha-2", null, false)]
    [TestCase("string", JsonTypes.String, null, null, false)]
    [TestCase("number", JsonTypes.Number, null, null, false)]
    [TestCase("string (optional)", JsonTypes.String, null, null, true)]
    [TestCase("string or null - reason", JsonTypes.String | JsonTypes.Null, null, "reason", false)]
    [TestCase("integer (nullable) - count", JsonTypes.Integer | JsonTypes.Null, null, "count", false)]
    [TestCase("string - UUID of the order", JsonTypes.String, "uuid", "UUID of the order", false)]
    [TestCase("string - URL", JsonTypes.String, "uri", "URL", false)]
    [TestCase("string - looks like a UUID", JsonTypes.String, null, "looks like a UUID", false)]
    [TestCase("number - amount (in EUR) (optional)", JsonTypes.Number, null, "amount (in EUR)", true)]
    public void A_type_in_words_is_read(
        string text,
        JsonTypes types,
        string? format,
        string? description,
        bool optional
    )
    {
        var result = TypeDescription.TryParse(text);

        result.Should().NotBeNull();
        result!.Types.Should().Be(types);
        result.Format.Should().Be(format);
        result.Description.Should().Be(description);
        result.IsOptional.Should().Be(optional);
    }

    [TestCase("pending")]
    [TestCase("Bearer")]
    [TestCase("stringent - rules")]
    [TestCase("a string - of beads")]
    [TestCase("string-valued")]
    [TestCase("2024-01-15T10:30:00Z")]
    [TestCase("")]
    [TestCase("strings attached")]
    public void An_example_value_is_no_type_in_words(string text) => TypeDescription.TryParse(text).Should().BeNull();

    [Test]
    public void A_condition_makes_the_field_optional_and_is_kept()
    {
        var result = TypeDescription.TryParse("object - changed fields (for update events)")!;

        result.IsOptional.Should().BeTrue();
        result.Condition.Should().Be("for update events");
        result.Description.Should().Be("changed fields");
    }

    [Test]
    public void A_qualifier_that_is_not_understood_is_handed_on()
    {
        var result = TypeDescription.TryParse("string (max 50 characters) - customer")!;

        result.Qualifiers.Should().Equal("max 50 characters");
        result.Format.Should().BeNull();
    }

    [Test]
    public void An_array_may_name_the_type_of_its_elements()
    {
        var schema = TypeDescription.TryParse("array of strings - tags")!.ToSchema(SourceLocation.None);

        schema.Types.Should().Be(JsonTypes.Array);
        schema.Items!.Types.Should().Be(JsonTypes.String);
    }
}
