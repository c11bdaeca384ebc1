using System.Text.Json.Nodes;
using Conformance.Scenarios.Payloads;

namespace Conformance.Scenarios.Kinds.ValidationErrors.Fields;

/// <summary>A text misses its pattern by one character.</summary>
internal sealed class TextMissesItsPattern : IFieldSituation
{
    /// <inheritdoc />
    public IEnumerable<FieldProbe> Probe(FieldUnderTest field) =>
        field is { Schema.Pattern: { } pattern, SampleText: { Length: > 0 } sample }
            ? Accepted(field, pattern)
                .Concat(
                    NearMisses(Longest(field, pattern) ?? sample)
                        .Concat(Shortest(field, pattern))
                        .Where(miss => !field.Patterns.IsMatch(pattern, miss.Text))
                        .Where(miss => KeepsLength(field, miss.Text))
                        .DistinctBy(miss => miss.Text)
                        .Select(miss =>
                            FieldProbe.Refused(
                                miss.Id,
                                "pattern",
                                JsonValue.Create(miss.Text),
                                $"against the pattern {pattern}"
                            )
                        )
                )
            : [];

    private static IEnumerable<FieldProbe> Accepted(FieldUnderTest field, string pattern)
    {
        // Different seeds meet different branches: with and without what the pattern makes optional.
        var least = field.Schema.MinLength ?? 0;
        var greatest = field.Schema.MaxLength ?? int.MaxValue;
        var samples = Enumerable
            .Range(1, 12)
            .Select(seed => field.Patterns.Generate(pattern, seed, least, greatest))
            .OfType<string>()
            .ToList();
        return new[]
        {
            ("pattern-shortest", samples.MinBy(s => s.Length)),
            ("pattern-longest", samples.MaxBy(s => s.Length)),
        }
            .Where(s => s.Item2 is not null)
            .DistinctBy(s => s.Item2)
            .Select(s =>
                FieldProbe.Accepted(s.Item1, "pattern", JsonValue.Create(s.Item2), $"which matches {pattern}")
            );
    }

    private static IEnumerable<(string Id, string Text)> NearMisses(string sample)
    {
        var digit = sample.IndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        yield return ("empty", "");
        yield return ("first-character-dropped", sample[1..]);
        yield return ("last-character-dropped", sample[..^1]);
        yield return ("one-character-more", sample + sample[^1]);
        yield return ("letter-instead", "x" + sample[1..]);
        yield return ("trailing-newline", sample + "\n");
        yield return ("trailing-space", sample + " ");
        yield return ("leading-text", "x" + sample);
        yield return ("leading-space", " " + sample);
        yield return ("inner-space", sample[..1] + " " + sample[1..]);
        yield return ("in-lower-case", sample.ToLowerInvariantText());
        yield return ("in-upper-case", sample.ToUpperInvariant());
        yield return ("separators-dropped", string.Concat(sample.Where(char.IsLetterOrDigit)));
        yield return ("forbidden-character", sample[..^1] + "!");

        // A digit by Unicode, not by ECMA-262's \d and not by [0-9].
        yield return digit < 0
            ? ("non-ascii-letter", sample[..^1] + "\u00e9")
            : ("non-ascii-digit", sample[..digit] + (char)('\u0660' + sample[digit] - '0') + sample[(digit + 1)..]);
    }

    // The longest form has everything that can be missed. An example is a form that the target knows.
    private static string? Longest(FieldUnderTest field, string pattern) =>
        field.Schema.Examples.IsEmpty ? Accepted(field, pattern).LastOrDefault()?.Value?.GetValue<string>() : null;

    // Near the least that matches: what is optional at the end must not make anything at the end right.
    private static IEnumerable<(string Id, string Text)> Shortest(FieldUnderTest field, string pattern)
    {
        if (Accepted(field, pattern).FirstOrDefault()?.Value?.GetValue<string>() is { Length: > 0 } shortest)
        {
            yield return ("shortest-and-one-more", shortest + shortest[^1]);
            yield return ("shortest-less-one", shortest[..^1]);
        }
    }

    private static bool KeepsLength(FieldUnderTest field, string text)
    {
        var length = CodePoints.Count(text);
        return length >= (field.Schema.MinLength ?? 0) && length <= (field.Schema.MaxLength ?? int.MaxValue);
    }
}
