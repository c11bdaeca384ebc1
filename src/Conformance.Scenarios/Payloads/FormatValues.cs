using System.Globalization;
using Bogus;

namespace Conformance.Scenarios.Payloads;

/// <summary>Valid and invalid values of well-known formats.</summary>
internal static class FormatValues
{
    // Data must not depend on the day of the run.
    private static readonly DateTimeOffset Epoch = new(2026, 1, 15, 10, 30, 0, TimeSpan.Zero);

    /// <summary>A valid value, or null for a format that is not known.</summary>
    public static string? Valid(string format, Faker faker) =>
        format switch
        {
            "date-time" => Day(faker).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            "date" => Day(faker).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "time" => "10:30:00Z",
            "duration" => "PT15M",
            "uuid" => faker.Random.Guid().ToString(),
            "email" or "idn-email" => faker.Internet.Email(provider: "example.com").ToLowerInvariantText(),
            "hostname" => "www.example.com",
            "ipv4" => "192.0.2.1",
            "ipv6" => "2001:db8::1",
            "uri" or "iri" or "uri-reference" or "iri-reference" => "https://www.example.com/a",
            "uri-template" => "https://www.example.com/{id}",
            "json-pointer" => "/a/b",
            "relative-json-pointer" => "1/a",
            "decimal" => "12.50",
            "byte" => "Y29uZm9ybQ==",
            "iso-3166-1-alpha-2" => "US",
            "iso-4217" => "USD",
            _ => null,
        };

    /// <summary>Values that look like the format and are not, with the name of the case.</summary>
    public static IEnumerable<(string Id, string Text)> Invalid(string format) =>
        format switch
        {
            "date-time" =>
            [
                ("not-a-date-time", "tomorrow"),
                ("date-time-without-offset", "2026-01-15T10:30:00"),
                ("impossible-date-time", "2026-02-30T10:30:00Z"),
                ("date-without-time", "2026-01-15"),
                ("empty-date-time", ""),
            ],
            "date" =>
            [
                ("not-a-date", "tomorrow"),
                ("impossible-date", "2026-02-30"),
                ("local-date", "15/01/2026"),
                ("date-with-time", "2026-01-15T10:30:00Z"),
                ("date-without-zeros", "2026-1-5"),
                ("empty-date", ""),
            ],
            "time" => [("not-a-time", "noon"), ("impossible-time", "25:00:00Z")],
            "duration" => [("not-a-duration", "15 minutes")],
            "uuid" =>
            [
                ("not-a-uuid", "not-a-uuid"),
                ("uuid-too-short", "7c9e6679-7425-40de-944b-e07fc1f90ae"),
                ("uuid-too-long", "7c9e6679-7425-40de-944b-e07fc1f90ae77"),
                ("uuid-with-other-letter", "7c9e6679-7425-40de-944b-e07fc1f90aeg"),
            ],
            "email" or "idn-email" =>
            [
                ("not-an-email", "nobody"),
                ("email-without-name", "@example.com"),
                ("email-without-host", "nobody@"),
                ("email-with-two-hosts", "nobody@example.com@example.org"),
                ("empty-email", ""),
            ],
            "hostname" => [("not-a-hostname", "-example-.com")],
            "ipv4" => [("not-an-ipv4", "192.0.2.256")],
            "ipv6" => [("not-an-ipv6", "2001:db8::1::2")],
            "uri" or "iri" => [("not-a-uri", "www.example.com/a b"), ("relative-uri", "/a/b")],
            "byte" => [("not-base64", "*not base64*")],
            "decimal" => [("not-a-decimal", "twelve")],
            "iso-3166-1-alpha-2" =>
            [
                ("unassigned-country", "XX"),
                ("country-name", "United States"),
                ("three-letter-country", "USA"),
                ("empty-country", ""),
                ("code-in-lower-case", "us"),
            ],
            "iso-4217" =>
            [
                ("unassigned-currency", "XZZ"),
                ("currency-name", "Dollar"),
                ("empty-currency", ""),
                ("code-in-lower-case", "usd"),
            ],
            _ => [],
        };

    private static DateTimeOffset Day(Faker faker) => Epoch.AddMinutes(faker.Random.Int(0, 60 * 24 * 300));
}
