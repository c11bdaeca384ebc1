using System.Text.Json;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;

namespace Conformance.Specification.Rules;

/// <summary>The pattern of a postal code fits every country that the address may have.</summary>
internal sealed class PostalCodesFitTheirCountries()
    : AdvisoryRule(
        "HTP-109",
        Severity.Warning,
        "A postal code only fits one country",
        "Customers from everywhere else cannot be served, though the country field promises it.",
        "widen the pattern, or restrict the country with an enum"
    )
{
    /// <summary>A code of each, in the forms that postal services print.</summary>
    private static readonly (string Country, string Code)[] Samples =
    [
        ("US", "12345"),
        ("CA", "K1A 0B1"),
        ("GB", "SW1A 1AA"),
        ("IE", "D02 AF30"),
        ("NL", "1012 AB"),
        ("JP", "100-0001"),
        ("PL", "00-950"),
        ("PT", "1000-001"),
        ("DE", "10115"),
        ("AT", "1010"),
        ("CN", "100000"),
    ];

    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        foreach (var place in SchemaPlace.All(specification).Where(p => p.Schema.Properties.Length > 1))
        {
            var code = Find(place.Schema, "postal", "postcode", "zip");
            var country = Find(place.Schema, "country");
            if (code?.Schema.Pattern is null || country is null)
            {
                continue;
            }

            var (fits, refused) = Judge(code.Schema, country.Schema);
            if (fits.Count > 0 && refused.Count > 0)
            {
                yield return Finding(
                    code.Schema.LocationOf("pattern"),
                    $"the pattern of '{code.Name}' only fits {string.Join(", ", fits)}, but '{country.Name}' allows "
                        + $"{string.Join(", ", refused)}",
                    "a pattern for every allowed country",
                    code.Schema.Pattern,
                    related: new RelatedLocation("allows other countries", country.Schema.Location)
                );
            }
        }
    }

    private static (List<string> Fits, List<string> Refused) Judge(SchemaNode code, SchemaNode country)
    {
        var pattern = EcmaPattern.Compile(code.Pattern!).Pattern;
        var allowed = Samples
            .Where(s => pattern is not null && Allows(country, s.Country))
            .ToLookup(s => pattern!.IsMatch(s.Code));
        return ([.. allowed[true].Select(s => s.Country)], [.. allowed[false].Select(s => s.Country)]);
    }

    private static bool Allows(SchemaNode country, string code) =>
        country.Const is { } only ? Is(only, code) : country.Enum.IsEmpty || country.Enum.Any(value => Is(value, code));

    private static bool Is(JsonElement value, string code) =>
        value.ValueKind == JsonValueKind.String
        && string.Equals(value.GetString(), code, StringComparison.OrdinalIgnoreCase);

    private static SchemaProperty? Find(SchemaNode schema, params ReadOnlySpan<string> words)
    {
        foreach (var property in schema.Properties)
        {
            foreach (var word in words)
            {
                if (property.Name.Value.Contains(word, StringComparison.OrdinalIgnoreCase))
                {
                    return property;
                }
            }
        }

        return null;
    }
}
