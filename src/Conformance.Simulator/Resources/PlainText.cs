using System.Globalization;
using Conformance.Simulator.Json;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;
using Fare;

namespace Conformance.Simulator.Resources;

/// <summary>The plainest text that has a schema's format, pattern and length.</summary>
internal static class PlainText
{
    // A bound such as 10^9 is not met by sending that much.
    private const int LongestFilled = 100_000;

    /// <summary>Date and time as the simulator writes them.</summary>
    public static string DateTime(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary>The text.</summary>
    /// <param name="schema">What it must be.</param>
    /// <param name="schemas">Resolves references.</param>
    /// <param name="now">The present time.</param>
    public static string For(SchemaNode schema, SchemaIndex schemas, DateTimeOffset now)
    {
        if (schemas.First(schema, p => p.Format) is { } format && OfFormat(format, now) is { } text)
        {
            return text;
        }

        if (schemas.First(schema, p => p.Pattern) is { } pattern)
        {
            return OfPattern(pattern);
        }

        var longest = schemas.First(schema, p => p.MaxLength) ?? int.MaxValue;
        var shortest = schemas.First(schema, p => p.MinLength) ?? 0;
        const string Plain = "text";
        return Plain.Length > longest
            ? Plain[..longest]
            : Plain.PadRight(Math.Min(Math.Min(shortest, longest), LongestFilled), 'x');
    }

    private static string? OfFormat(string format, DateTimeOffset now) =>
        format switch
        {
            "date-time" => DateTime(now),
            "date" => now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "time" => now.UtcDateTime.ToString("HH:mm:ssZ", CultureInfo.InvariantCulture),
            "uuid" => "00000000-0000-4000-8000-000000000000",
            "email" or "idn-email" => "someone@example.com",
            "uri" or "iri" => "https://example.com/",
            "uri-reference" => "/",
            "hostname" => "example.com",
            "ipv4" => "192.0.2.1",
            "ipv6" => "2001:db8::1",
            "iso-3166-1-alpha-2" => "DE",
            "iso-4217" => "EUR",
            "decimal" => "1.00",
            "duration" => "PT1M",
            "byte" => "AA==",
            _ => null,
        };

    private static string OfPattern(string pattern)
    {
        if (EcmaPattern.Compile(pattern).Pattern is { MayExplode: true } heavy)
        {
            return heavy.Sample(new Random(0)) ?? "";
        }

        try
        {
            return new Xeger(pattern.TrimStart('^').TrimEnd('$'), new Random(0)).Generate();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return "";
        }
    }
}
