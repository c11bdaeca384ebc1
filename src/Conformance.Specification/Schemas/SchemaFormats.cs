using System.Collections.Frozen;
using Conformance.Specification.Schemas.Formats;

namespace Conformance.Specification.Schemas;

/// <summary>The formats that are checked: those of JSON Schema, of OpenAPI's registry, and the dialect's own.</summary>
public static class SchemaFormats
{
    private static readonly SchemaFormat[] Table =
    [
        new("date-time", "a date and time with offset (RFC 3339), such as 2024-01-15T10:30:00Z")
        {
            Text = Rfc3339.IsDateTime,
        },
        new("date", "a date (RFC 3339), such as 2024-01-15") { Text = Rfc3339.IsDate },
        new("time", "a time with offset (RFC 3339), such as 10:30:00Z") { Text = Rfc3339.IsTime },
        new("duration", "a duration (ISO 8601), such as PT15M") { Text = Iso8601Duration.IsDuration },
        new("uuid", "a UUID (RFC 9562)") { Text = Uuid.IsUuid },
        new("email", "an e-mail address (RFC 5321)") { Text = EmailAddress.IsEmail },
        new("idn-email", "an international e-mail address (RFC 6531)") { Text = EmailAddress.IsInternationalEmail },
        new("hostname", "a host name (RFC 1123)") { Text = Hostname.IsHostname },
        new("idn-hostname", "an international host name (RFC 5890)") { Text = Hostname.IsInternationalHostname },
        new("ipv4", "an IPv4 address") { Text = IpAddress.IsIpv4 },
        new("ipv6", "an IPv6 address (RFC 4291)") { Text = IpAddress.IsIpv6 },
        new("uri", "an absolute URI (RFC 3986)") { Text = UriSyntax.IsUri },
        new("uri-reference", "a URI reference (RFC 3986)") { Text = UriSyntax.IsUriReference },
        new("iri", "an absolute IRI (RFC 3987)") { Text = UriSyntax.IsIri },
        new("iri-reference", "an IRI reference (RFC 3987)") { Text = UriSyntax.IsIriReference },
        new("uri-template", "a URI template (RFC 6570)") { Text = UriTemplate.IsTemplate },
        new("json-pointer", "a JSON Pointer (RFC 6901)") { Text = JsonPointerText.IsPointer },
        new("relative-json-pointer", "a relative JSON Pointer") { Text = JsonPointerText.IsRelativePointer },
        new("regex", "a regular expression (ECMA-262)")
        {
            Text = text => EcmaPattern.Compile(text).Pattern is not null,
        },
        new("int32", "a signed 32-bit integer") { Number = NumericFormats.IsInt32 },
        new("int64", "a signed 64-bit integer") { Number = NumericFormats.IsInt64, Text = NumericFormats.IsInt64Text },
        new("float", "a number that a 32-bit float can hold") { Number = NumericFormats.IsFloat },
        new("double", "a number that a 64-bit float can hold") { Number = NumericFormats.IsDouble },
        new("decimal", "a decimal in plain notation, such as 12.50") { Text = NumericFormats.IsDecimalText },
        new("byte", "base64 (RFC 4648, section 4)") { Text = Base64.IsBase64 },
        new("binary", "any bytes"),
        new("password", "any text, hidden in forms"),
        new("iso-3166-1-alpha-2", "an assigned ISO 3166-1 alpha-2 country code, such as DE")
        {
            Text = CountryCode.IsAssigned,
        },
        new("iso-4217", "an active ISO 4217 currency code, such as EUR") { Text = CurrencyCode.IsActive },
    ];

    // Spellings that people use for the formats above, in normal form.
    private static readonly FrozenDictionary<string, string> Aliases = new Dictionary<string, string>
    {
        ["iso-8601"] = "date-time",
        ["iso-8601-datetime"] = "date-time",
        ["iso-8601-date-time"] = "date-time",
        ["iso-8601-timestamp"] = "date-time",
        ["iso-8601-date"] = "date",
        ["iso-8601-duration"] = "duration",
        ["rfc-3339"] = "date-time",
        ["rfc3339"] = "date-time",
        ["datetime"] = "date-time",
        ["guid"] = "uuid",
        ["url"] = "uri",
        ["base64"] = "byte",
        ["country-code"] = "iso-3166-1-alpha-2",
        ["iso-3166-1"] = "iso-3166-1-alpha-2",
        ["iso-3166-alpha-2"] = "iso-3166-1-alpha-2",
        ["currency-code"] = "iso-4217",
        ["currency"] = "iso-4217",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, SchemaFormat> ByName = Table.ToFrozenDictionary(
        format => format.Name,
        StringComparer.Ordinal
    );

    /// <summary>The names of all known formats, in the order of the documentation.</summary>
    public static IEnumerable<string> Names => Table.Select(format => format.Name);

    /// <summary>The assigned ISO 3166-1 alpha-2 codes in alphabetical order.</summary>
    public static IReadOnlyList<string> CountryCodes => CountryCode.All;

    /// <summary>The active ISO 4217 codes in alphabetical order.</summary>
    public static IReadOnlyList<string> CurrencyCodes => CurrencyCode.All;

    /// <summary>Whether values of this format are checked, or the format is a hint that nothing can contradict.</summary>
    /// <param name="name">A name in any spelling that <see cref="Normalize"/> understands.</param>
    public static bool IsKnown(string name) => Find(name) is not null;

    /// <summary>The registered name: <c>ISO 3166-1 alpha-2</c> becomes <c>iso-3166-1-alpha-2</c>, <c>ISO 8601</c>
    /// becomes <c>date-time</c>; a name that is not known is only trimmed.</summary>
    /// <param name="name">The name as somebody wrote it.</param>
    public static string Normalize(string name)
    {
        var trimmed = name.Trim();
        var words = string.Join(
            '-',
            trimmed.ToLowerInvariant().Split([' ', '_', ':'], StringSplitOptions.RemoveEmptyEntries)
        );
        var canonical = Aliases.GetValueOrDefault(words, words);
        return ByName.ContainsKey(canonical) ? canonical : trimmed;
    }

    /// <summary>What a value of the format must be, as it follows "expected"; null for an unknown format.</summary>
    /// <param name="name">A name in any known spelling.</param>
    public static string? MeaningOf(string name) => Find(name)?.Meaning;

    /// <summary>Whether a text is a valid value of a known format; annotations accept every text.</summary>
    /// <param name="name">A known name in any spelling.</param>
    /// <param name="text">The value.</param>
    public static bool IsMatch(string name, string text) =>
        (Find(name) ?? throw new ArgumentException($"'{name}' is not a known format.", nameof(name))).Text?.Invoke(text)
        ?? true;

    internal static SchemaFormat? Find(string name) => ByName.GetValueOrDefault(Normalize(name));
}
