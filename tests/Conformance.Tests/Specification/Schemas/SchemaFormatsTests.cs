using Conformance.Specification.Schemas;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Specification.Schemas;

public sealed class SchemaFormatsTests
{
    [TestCase("date-time", "2024-01-15T10:30:00Z", true)]
    [TestCase("date-time", "2024-01-15T10:30:00.123456789+05:30", true)]
    [TestCase("date-time", "2024-01-15T10:30:00", false)]
    [TestCase("date-time", "2024-01-15 10:30:00Z", false)]
    [TestCase("date-time", "2024-02-30T10:30:00Z", false)]
    [TestCase("date-time", "2024-01-15T25:30:00Z", false)]
    [TestCase("date-time", "2016-12-31T23:59:60Z", true)]
    [TestCase("date-time", "2016-12-31T22:59:60Z", false)]
    [TestCase("date-time", "2024-01-15T10:30:00Z\n", false)]
    [TestCase("date-time", "२०२४-01-15T10:30:00Z", false)]
    [TestCase("date", "2023-02-29", false)]
    [TestCase("date", "2000-02-29", true)]
    [TestCase("uuid", "6f1c2d3e-0000-4000-8000-123456789abc", true)]
    [TestCase("uuid", "{6f1c2d3e-0000-4000-8000-123456789abc}", false)]
    [TestCase("uuid", "6f1c2d3e00004000800012345678 9abc", false)]
    [TestCase("uri", "https://api.example.com/orders/1", true)]
    [TestCase("uri", "/orders/1", false)]
    [TestCase("uri", "//host/orders", false)]
    [TestCase("uri", "https://api.example.com/a b", false)]
    [TestCase("email", "a@b", true)]
    [TestCase("email", "a@b..c", false)]
    [TestCase("email", "a@b.c\n", false)]
    [TestCase("ipv4", "01.2.3.4", false)]
    [TestCase("ipv4", "1.2.3.4\n", false)]
    [TestCase("ipv6", "fe80::1%eth0", false)]
    [TestCase("decimal", "-12.50", true)]
    [TestCase("decimal", "1e3", false)]
    [TestCase("decimal", ".5", false)]
    [TestCase("decimal", "12.", false)]
    [TestCase("decimal", "1,5", false)]
    [TestCase("decimal", "١٢", false)]
    [TestCase("byte", "aGVsbG8=", true)]
    [TestCase("byte", "aGVsbG8", false)]
    [TestCase("byte", "aGVsbG9=", false)]
    [TestCase("byte", "aGVs\nbG8=", false)]
    [TestCase("byte", "", true)]
    [TestCase("int64", "-9223372036854775808", true)]
    [TestCase("int64", "9223372036854775808", false)]
    [TestCase("int64", "+1", false)]
    [TestCase("int64", "007", false)]
    [TestCase("iso-3166-1-alpha-2", "DE", true)]
    [TestCase("iso-3166-1-alpha-2", "UK", false)]
    [TestCase("iso-3166-1-alpha-2", "XX", false)]
    [TestCase("iso-3166-1-alpha-2", "de", false)]
    [TestCase("iso-3166-1-alpha-2", "DEU", false)]
    [TestCase("iso-4217", "USD", true)]
    [TestCase("iso-4217", "usd", false)]
    [TestCase("iso-4217", "DEM", false)]
    [TestCase("hostname", "xn--mnchen-3ya.de", true)]
    [TestCase("hostname", "xn--zzzzzz.de", false)]
    [TestCase("idn-hostname", "münchen.de", true)]
    [TestCase("binary", "\0", true)]
    [TestCase("password", "", true)]
    public void A_format_is_checked_strictly(string format, string text, bool valid) =>
        SchemaFormats.IsMatch(format, text).Should().Be(valid);

    [TestCase("ISO 3166-1 alpha-2", "iso-3166-1-alpha-2")]
    [TestCase("iso 3166-1 Alpha-2 ", "iso-3166-1-alpha-2")]
    [TestCase("ISO 4217", "iso-4217")]
    [TestCase("ISO 8601", "date-time")]
    [TestCase("ISO 8601 datetime", "date-time")]
    [TestCase("ISO 8601 date", "date")]
    [TestCase("RFC 3339", "date-time")]
    [TestCase("UUID", "uuid")]
    [TestCase("URL", "uri")]
    [TestCase("Date-Time", "date-time")]
    [TestCase("decimal", "decimal")]
    public void Spellings_are_normalised(string written, string name)
    {
        SchemaFormats.Normalize(written).Should().Be(name);
        SchemaFormats.IsKnown(written).Should().BeTrue();
    }

    [TestCase("order-number")]
    [TestCase("")]
    [TestCase("decimal(2)")]
    public void An_unknown_format_stays_as_it_is(string written)
    {
        SchemaFormats.Normalize(written).Should().Be(written);
        SchemaFormats.IsKnown(written).Should().BeFalse();
        SchemaFormats.MeaningOf(written).Should().BeNull();
    }

    [Test]
    public void The_country_list_has_the_249_assigned_codes() =>
        SchemaFormats
            .CountryCodes.Should()
            .HaveCount(249)
            .And.BeInAscendingOrder(StringComparer.Ordinal)
            .And.OnlyHaveUniqueItems();

    [Test]
    public void The_currency_list_is_sorted_and_without_duplicates() =>
        SchemaFormats.CurrencyCodes.Should().BeInAscendingOrder(StringComparer.Ordinal).And.OnlyHaveUniqueItems();

    [Test]
    public void Every_format_survives_hostile_texts([Values(41, 42)] int seed)
    {
        var random = new Random(seed);
        const string Alphabet = "aZ09-.:/@%{}[]\"'\\~+#?&=,;xnPTWHMSDZ \n\0é😀\ud800\udc00א０";
        foreach (var format in SchemaFormats.Names)
        {
            for (var round = 0; round < 500; round++)
            {
                var text = string.Concat(
                    Enumerable.Range(0, random.Next(40)).Select(_ => Alphabet[random.Next(Alphabet.Length)])
                );
                var act = () => SchemaFormats.IsMatch(format, round % 5 == 0 ? "xn--" + text : text);
                act.Should().NotThrow($"{format}, seed {seed}");
            }

            SchemaFormats.IsMatch(format, new string('a', 1_000_000) + "@");
        }
    }
}
