using System.Globalization;
using System.Text.RegularExpressions;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;

namespace Conformance.Specification.Phrases;

/// <summary>What a constraint phrase adds to a schema.</summary>
/// <param name="Keywords">The JSON-Schema keywords that it sets.</param>
/// <param name="Apply">Sets them.</param>
internal sealed record Constraint(string[] Keywords, Func<SchemaNode, SchemaNode> Apply);

/// <summary>
/// The closed list of constraint phrases, lowered to JSON-Schema keywords. <c>max 50</c> bounds what the type has:
/// characters of a text, elements of a list, the value of a number.
/// </summary>
internal static partial class ConstraintPhrase
{
    public const string Accepted =
        "'max 50 characters', 'min 3 characters', '3-50 characters', 'exactly 2 characters', 'alphanumeric', "
        + "'letters only', 'digits only', 'uppercase', 'lowercase', 'non-empty', 'positive', 'non-negative', "
        + "'between 1 and 999', 'min 1', 'max 999', 'greater than 0', 'less than 100', '2 decimal places', 'whole number', "
        + "'min 1 items', 'max 100 items', 'unique', or the name of a format";

    /// <summary>The phrases of a constraint text, in order.</summary>
    public static IEnumerable<string> Split(string text) =>
        text.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static PhraseResult<Constraint> Parse(string phrase, JsonTypes types)
    {
        var text = phrase.Trim().TrimEnd('.');
        var constraint =
            text.Length > 200 ? null : Word(text, types) ?? Bounds(text, types) ?? Places(text) ?? OfFormat(text);
        return constraint is null
            ? PhraseResult<Constraint>.NotUnderstood(Accepted)
            : PhraseResult<Constraint>.Of(constraint);
    }

    private static Constraint? Word(string text, JsonTypes types) =>
        text.ToLowerInvariant() switch
        {
            // The source text's own example of an alphanumeric value is CUST-12345, so '-' and '_' belong to it.
            "alphanumeric" => Pattern("^[A-Za-z0-9_-]+$"),
            "letters only" or "letters" or "alphabetic" => Pattern("^[A-Za-z]+$"),
            "digits only" or "digits" or "numeric" or "numeric only" => Pattern("^[0-9]+$"),
            "uppercase" or "upper case" => Pattern("^[^a-z]+$"),
            "lowercase" or "lower case" => Pattern("^[^A-Z]+$"),
            "non-empty" or "not empty" or "nonempty" => types.HasFlag(JsonTypes.Array)
                ? new Constraint(["minItems"], s => s with { MinItems = 1 })
                : new Constraint(["minLength"], s => s with { MinLength = 1 }),
            "unique" or "unique items" => new Constraint(["uniqueItems"], s => s with { UniqueItems = true }),
            "positive" => new Constraint(["exclusiveMinimum"], s => s with { ExclusiveMinimum = 0 }),
            "non-negative" or "nonnegative" or "not negative" => new Constraint(
                ["minimum"],
                s => s with { Minimum = 0 }
            ),
            "whole number" or "integer" or "no decimals" => new Constraint(
                ["multipleOf"],
                s => s with { MultipleOf = 1 }
            ),
            _ => null,
        };

    private static Constraint? Bounds(string text, JsonTypes types)
    {
        if (Exclusive().Match(text) is { Success: true } exclusive && exclusive.Decimal("bound") is { } bound)
        {
            return exclusive.Groups["greater"].Success
                ? new Constraint(["exclusiveMinimum"], s => s with { ExclusiveMinimum = bound })
                : new Constraint(["exclusiveMaximum"], s => s with { ExclusiveMaximum = bound });
        }

        var match = new[] { Range(), Exact(), Least(), Most() }
            .Select(form => form.Match(text))
            .FirstOrDefault(m => m.Success);
        if (match is null)
        {
            return null;
        }

        var (min, max) = match.Groups["exact"].Success
            ? (match.Decimal("exact"), match.Decimal("exact"))
            : (match.Decimal("min"), match.Decimal("max"));
        return min > max ? null : Sized(match.Groups["unit"].Value, types, min, max);
    }

    private static Constraint? Sized(string unit, JsonTypes types, decimal? min, decimal? max)
    {
        var isNumber = unit.Length == 0 && (types & (JsonTypes.String | JsonTypes.Array)) == 0;
        if (isNumber)
        {
            return new Constraint(
                Keywords("minimum", min, "maximum", max),
                s => s with { Minimum = min ?? s.Minimum, Maximum = max ?? s.Maximum }
            );
        }

        if (!IsCount(min) || !IsCount(max))
        {
            return null;
        }

        var isList =
            unit.StartsWith('i') || unit.StartsWith('e') || (unit.Length == 0 && types.HasFlag(JsonTypes.Array));
        return isList
            ? new Constraint(
                Keywords("minItems", min, "maxItems", max),
                s => s with { MinItems = (int?)min ?? s.MinItems, MaxItems = (int?)max ?? s.MaxItems }
            )
            : new Constraint(
                Keywords("minLength", min, "maxLength", max),
                s => s with { MinLength = (int?)min ?? s.MinLength, MaxLength = (int?)max ?? s.MaxLength }
            );
    }

    private static bool IsCount(decimal? number) =>
        number is null || (decimal.IsInteger(number.Value) && number is >= 0 and <= int.MaxValue);

    private static string[] Keywords(string least, decimal? min, string most, decimal? max) =>
        [.. new[] { min is null ? null : least, max is null ? null : most }.OfType<string>()];

    private static Constraint? Places(string text)
    {
        var match = DecimalPlaces().Match(text);
        return match.Success && match.Integer("places") is { } places and <= 20
            ? new Constraint(["multipleOf"], s => s with { MultipleOf = MultipleOf(places) })
            : null;
    }

    /// <summary>0.01 for two places.</summary>
    public static decimal MultipleOf(int places) => new(1, 0, 0, false, (byte)places);

    private static Constraint? OfFormat(string text)
    {
        if (!SchemaFormats.IsKnown(text))
        {
            return null;
        }

        var format = SchemaFormats.Normalize(text);
        return new Constraint(["format"], s => s with { Format = format });
    }

    /// <summary>A second pattern does not replace the first: both hold.</summary>
    private static Constraint Pattern(string pattern) =>
        new(
            ["pattern"],
            s =>
                s.Pattern is null
                    ? s with
                    {
                        Pattern = pattern,
                    }
                    : s with
                    {
                        AllOf = s.AllOf.Add(new SchemaNode { Location = s.Location, Pattern = pattern }),
                    }
        );

    private const string Number = @"-?\d{1,15}(\.\d{1,10})?";
    private const string Unit = @"(\s*(?<unit>characters?|chars?|items?|elements?|entries))?(\s+long)?$";

    [GeneratedRegex(
        $@"^(between\s+)?(?<min>{Number})\s*(-|–|to|and|\.\.)\s*(?<max>{Number}){Unit}",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex Range();

    [GeneratedRegex(
        $@"^(exactly\s+(?<exact>{Number}){Unit}|(?<exact>\d{{1,9}})\s*(?<unit>characters?|chars?)$)",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex Exact();

    [GeneratedRegex(
        $@"^(min(imum)?(\s+length)?|at\s+least)\s*(of\s+)?:?\s*(?<min>{Number}){Unit}",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex Least();

    [GeneratedRegex(
        $@"^(max(imum)?(\s+length)?|at\s+most|up\s+to|no\s+more\s+than)\s*(of\s+)?:?\s*(?<max>{Number}){Unit}",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex Most();

    [GeneratedRegex(
        $@"^((?<greater>greater\s+than|more\s+than|above|>)|less\s+than|below|under|<)\s*(?<bound>{Number})$",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex Exclusive();

    [GeneratedRegex(
        @"^((max|up\s+to|at\s+most|exactly)\s+)?(?<places>\d{1,2})\s+decimal(s|\s+places?)$",
        Words.Options,
        Words.Timeout
    )]
    private static partial Regex DecimalPlaces();
}
