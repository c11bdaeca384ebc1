using Bogus;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;

namespace Conformance.Scenarios.Payloads;

/// <summary>Strings of a schema.</summary>
internal sealed class StringValues(PatternStrings patterns)
{
    // A bound such as 10^9 is not met by sending that much.
    internal const int LongestFilled = 100_000;

    /// <summary>A valid string, or null when none could be made.</summary>
    public string? Valid(SchemaNode schema, string? name, Faker faker)
    {
        var least = schema.MinLength ?? 0;
        var greatest = schema.MaxLength ?? int.MaxValue;
        if (least > LongestFilled)
        {
            return null;
        }

        if (schema.Pattern is { } pattern)
        {
            return patterns.Generate(pattern, faker.Random.Int(0), least, greatest);
        }

        var text =
            (schema.Format is { } format ? FormatValues.Valid(SchemaFormats.Normalize(format), faker) : null)
            ?? HumanText.For(name, faker);
        var length = CodePoints.Count(text);
        return length < least ? CodePoints.Fit(text, least)
            : length > greatest ? CodePoints.Take(text, greatest).TrimEnd().PadRight(Math.Min(least, greatest), 'a')
            : text;
    }

    /// <summary>A string of exactly that length that keeps to the pattern, or null when none could be made.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="sample">A valid value.</param>
    /// <param name="length">Number of code points.</param>
    public string? OfLength(SchemaNode schema, string sample, int length) =>
        length is < 0 or > LongestFilled || schema.Format is not null ? null
        : schema.Pattern is not { } pattern ? CodePoints.Fit(sample, length)
        : length <= CodePoints.Count(sample) ? Shorter(pattern, sample, length)
        : patterns.Stretch(pattern, sample, length);

    private string? Shorter(string pattern, string sample, int length)
    {
        var taken = CodePoints.Take(sample, length);
        return patterns.IsMatch(pattern, taken) ? taken : null;
    }
}
