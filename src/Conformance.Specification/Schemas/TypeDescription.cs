using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Conformance.Specification.Model;

namespace Conformance.Specification.Schemas;

/// <summary>
/// A type in words, as people write it where an example would stand: <c>string - human-readable description</c>,
/// <c>array - specific field errors (optional)</c>, <c>string (UUID) - for request tracing</c>, or the bare type.
/// </summary>
public sealed partial record TypeDescription
{
    /// <summary>The types, for example string and null.</summary>
    public required JsonTypes Types { get; init; }

    /// <summary>The types of array elements, from <c>array of strings</c>.</summary>
    public JsonTypes ItemTypes { get; init; }

    /// <summary>Registered name of a well-known format that the words name, or null.</summary>
    public string? Format { get; init; }

    /// <summary>The words after the dash, without the qualifiers that were understood.</summary>
    public string? Description { get; init; }

    /// <summary>Whether the field may be absent: <c>(optional)</c>, or a <see cref="Condition"/>.</summary>
    public bool IsOptional { get; init; }

    /// <summary>When the field is there, if the words restrict it: <c>for update events</c>, <c>only after payment</c>.</summary>
    public string? Condition { get; init; }

    /// <summary>Texts in parentheses after the type that were not understood, for example a constraint phrase.</summary>
    public ImmutableArray<string> Qualifiers { get; init; } = [];

    /// <summary>Reads a type in words; null when the text is something else, for example an example value.</summary>
    /// <param name="text">The text.</param>
    public static TypeDescription? TryParse(string text)
    {
        var match = Grammar().Match(text.Trim());
        if (!match.Success)
        {
            return null;
        }

        var result = new TypeDescription
        {
            Types = match.Groups["type"].Captures.Aggregate(JsonTypes.Any, (types, type) => types | TypeOf(type.Value)),
            ItemTypes = match.Groups["item"].Success ? TypeOf(match.Groups["item"].Value) : JsonTypes.Any,
        };
        foreach (Capture qualifier in match.Groups["qualifier"].Captures)
        {
            result =
                result.Qualify(qualifier.Value.Trim())
                ?? result with
                {
                    Qualifiers = result.Qualifiers.Add(qualifier.Value.Trim()),
                };
        }

        return match.Groups["words"].Success ? result.Describe(match.Groups["words"].Value.Trim()) : result;
    }

    /// <summary>The schema the words stand for.</summary>
    /// <param name="location">Where the words stand.</param>
    public SchemaNode ToSchema(SourceLocation location) =>
        new()
        {
            Location = location,
            KeywordLocations = ImmutableDictionary<string, SourceLocation>.Empty.Add("type", location),
            Types = Types,
            Items = ItemTypes == JsonTypes.Any ? null : new SchemaNode { Location = location, Types = ItemTypes },
            Format = Format,
            Description = Description,
        };

    private TypeDescription? Qualify(string qualifier)
    {
        if (qualifier.Equals("optional", StringComparison.OrdinalIgnoreCase))
        {
            return this with { IsOptional = true };
        }

        if (qualifier.Equals("required", StringComparison.OrdinalIgnoreCase))
        {
            return this;
        }

        if (qualifier.Equals("nullable", StringComparison.OrdinalIgnoreCase))
        {
            return this with { Types = Types | JsonTypes.Null };
        }

        if (ConditionWords().IsMatch(qualifier))
        {
            return this with { IsOptional = true, Condition = qualifier };
        }

        return SchemaFormats.IsKnown(qualifier) ? this with { Format = SchemaFormats.Normalize(qualifier) } : null;
    }

    // Only qualifiers at the end of the words count; any other parenthesis is part of the sentence.
    private TypeDescription Describe(string words)
    {
        var result = this;
        while (TrailingParenthesis().Match(words) is { Success: true } match)
        {
            if (result.Qualify(match.Groups["qualifier"].Value.Trim()) is not { } qualified)
            {
                break;
            }

            result = qualified;
            words = words[..match.Index].TrimEnd();
        }

        var format = result.Format ?? ((Types & JsonTypes.String) != 0 ? FormatNamedBy(words) : null);
        return result with { Format = format, Description = words.Length == 0 ? null : words };
    }

    // The words must name the format and nothing else; "UUID of the order" is as clear, "like a UUID" is not.
    private static string? FormatNamedBy(string words)
    {
        var name = FormatName().Match(words);
        return name.Success ? SchemaFormats.Normalize(name.Groups["name"].Value) : null;
    }

    private static JsonTypes TypeOf(string word) =>
        word.TrimEnd('s') switch
        {
            "string" => JsonTypes.String,
            "number" => JsonTypes.Number,
            "integer" => JsonTypes.Integer,
            "boolean" => JsonTypes.Boolean,
            "array" => JsonTypes.Array,
            "object" => JsonTypes.Object,
            _ => JsonTypes.Null,
        };

    [GeneratedRegex(
        """
            ^ (?<type>string|number|integer|boolean|array|object)
              (?: \ of \ (?<item>string|number|integer|boolean|object)s? )?
              (?: \s* (?: \| | \bor\b ) \s* (?<type>string|number|integer|boolean|array|object|null) )*
              (?: \s* \( (?<qualifier>[^()]*) \) )*
              (?: \s+ [-\u2013\u2014] \s+ (?<words>.+) )?
            $
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Grammar();

    [GeneratedRegex(@"\((?<qualifier>[^()]*)\)$", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex TrailingParenthesis();

    [GeneratedRegex(
        @"^(for|only|if|when|after|unless|on)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex ConditionWords();

    [GeneratedRegex(
        @"^(?<name>(ISO 8601|RFC 3339)( (date-time|datetime|timestamp|date|duration))?|UUID|GUID|URI|URL|ISO 3166-1 alpha-2|ISO 4217|email)( of\b.*| for\b.*| address)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex FormatName();
}
