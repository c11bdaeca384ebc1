using Bogus;

namespace Conformance.Scenarios.Payloads;

/// <summary>Text as a person would enter it, chosen by the field's name.</summary>
internal static class HumanText
{
    /// <summary>A text for a field of that name; a few plain words when the name says nothing.</summary>
    public static string For(string? name, Faker faker)
    {
        var key = (name ?? "").Replace("_", "", StringComparison.Ordinal).ToLowerInvariantText();
        return key switch
        {
            _ when Has(key, "email") => faker.Internet.Email(provider: "example.com"),
            _ when Has(key, "phone", "mobile") => faker.Phone.PhoneNumber("+1-202-555-01##"),
            _ when Has(key, "street", "addressline", "line") => faker.Address.StreetAddress(),
            _ when Has(key, "city", "town") => faker.Address.City(),
            _ when Has(key, "postal", "postcode", "zip") => faker.Random.Replace("#####"),
            _ when Has(key, "state", "province", "region") => faker.Address.StateAbbr(),
            _ when Has(key, "country") => "US",
            _ when Has(key, "firstname", "givenname") => faker.Name.FirstName(),
            _ when Has(key, "lastname", "surname", "familyname") => faker.Name.LastName(),
            _ when Has(key, "company", "organisation", "organization") => faker.Company.CompanyName(),
            _ when Has(key, "name", "recipient", "contact") => faker.Name.FullName(),
            _ when Has(key, "title", "subject", "product") => faker.Commerce.ProductName(),
            _ when key.EndsWith("id", StringComparison.Ordinal) || Has(key, "code", "sku", "number", "key") =>
                faker.Random.Replace("??######"),
            _ => string.Join(' ', faker.Lorem.Words(3)),
        };
    }

    /// <summary>Whether a field of that name holds the key of something, not words of its own.</summary>
    public static bool IsReference(string name)
    {
        var key = name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariantText();
        return key.EndsWith("id", StringComparison.Ordinal)
            || Has(key, "code", "sku", "number", "key", "type", "kind", "email", "phone", "url", "uri");
    }

    private static bool Has(string key, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (key.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
