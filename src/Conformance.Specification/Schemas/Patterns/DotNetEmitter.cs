using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Conformance.Specification.Schemas.Patterns;

/// <summary>
/// Writes a parsed pattern in the syntax of .NET, using nothing whose meaning depends on options or culture: sets
/// become explicit ranges, code points beyond the basic plane become surrogate pairs.
/// </summary>
internal static class DotNetEmitter
{
    private const string Word = "[0-9A-Z_a-z]";

    /// <summary>Writes a pattern.</summary>
    /// <param name="node">The parsed pattern.</param>
    public static string Emit(EcmaNode node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return text.ToString();
    }

    private static void Write(EcmaNode node, StringBuilder text)
    {
        switch (node)
        {
            case EcmaNode.Character character:
                WriteSet(character.Set, text);
                break;
            case EcmaNode.Sequence sequence:
                WriteAll(sequence.Items, "", text);
                break;
            case EcmaNode.Alternation alternation:
                text.Append("(?:");
                WriteAll(alternation.Options, "|", text);
                text.Append(')');
                break;
            case EcmaNode.Repetition repetition:
                WriteRepetition(repetition, text);
                break;
            case EcmaNode.Capture capture:
                WriteGroup(Invariant($"(?<g{capture.Number}>"), capture.Item, text);
                break;
            case EcmaNode.BackReference reference:
                // 22.2.2.7.2: a group that did not take part matches the empty text.
                text.Append(Invariant($"(?(g{reference.Number})\\k<g{reference.Number}>|)"));
                break;
            case EcmaNode.Anchor anchor:
                text.Append(anchor.AtEnd ? "\\z" : "\\A");
                break;
            case EcmaNode.WordBoundary boundary:
                text.Append(
                    boundary.Negative
                        ? $"(?:(?<={Word})(?={Word})|(?<!{Word})(?!{Word}))"
                        : $"(?:(?<={Word})(?!{Word})|(?<!{Word})(?={Word}))"
                );
                break;
            case EcmaNode.Look look:
                WriteGroup($"(?{(look.Behind ? "<" : "")}{(look.Negative ? "!" : "=")}", look.Item, text);
                break;
        }
    }

    private static void WriteAll(ImmutableArray<EcmaNode> nodes, string separator, StringBuilder text)
    {
        for (var i = 0; i < nodes.Length; i++)
        {
            text.Append(i == 0 ? "" : separator);
            Write(nodes[i], text);
        }
    }

    private static void WriteGroup(string open, EcmaNode item, StringBuilder text)
    {
        text.Append(open);
        Write(item, text);
        text.Append(')');
    }

    private static void WriteRepetition(EcmaNode.Repetition repetition, StringBuilder text)
    {
        WriteGroup("(?:", repetition.Item, text);
        text.Append(
            (repetition.Min, repetition.Max) switch
            {
                (0, null) => "*",
                (1, null) => "+",
                (0, 1) => "?",
                var (min, max) => Invariant($"{{{min},{max}}}"),
            }
        );
        text.Append(repetition.Lazy ? "?" : "");
    }

    private static void WriteSet(CodePointSet set, StringBuilder text)
    {
        var basic = set
            .Ranges.Where(range => range.From <= 0xFFFF)
            .Select(range => (range.From, To: Math.Min(range.To, 0xFFFF)))
            .SelectMany(WithoutSurrogates)
            .ToList();
        var pairs = set
            .Ranges.Where(range => range.To > 0xFFFF)
            .SelectMany(range => PairRanges(Math.Max(range.From, 0x10000), range.To))
            .ToList();
        var options = new List<string>();
        if (basic.Count > 0 || pairs.Count == 0)
        {
            options.Add(ClassOf(basic));
        }

        options.AddRange(
            pairs
                .GroupBy(pair => pair.Low)
                .Select(group => ClassOf(group.Select(pair => pair.High)) + ClassOf([group.Key]))
        );
        text.Append(options.Count == 1 && pairs.Count == 0 ? options[0] : $"(?:{string.Join('|', options)})");
    }

    private static IEnumerable<(int From, int To)> WithoutSurrogates((int From, int To) range)
    {
        if (range.From < 0xD800)
        {
            yield return (range.From, Math.Min(range.To, 0xD7FF));
        }

        if (range.To > 0xDFFF)
        {
            yield return (Math.Max(range.From, 0xE000), range.To);
        }
    }

    // A range of code points as products of ranges of high and low surrogates: a ragged start, a middle, a ragged end.
    private static IEnumerable<((int From, int To) High, (int From, int To) Low)> PairRanges(int from, int to)
    {
        var (highFrom, lowFrom) = Surrogates(from);
        var (highTo, lowTo) = Surrogates(to);
        if (highFrom == highTo)
        {
            yield return ((highFrom, highFrom), (lowFrom, lowTo));
            yield break;
        }

        if (lowFrom > 0xDC00)
        {
            yield return ((highFrom, highFrom), (lowFrom, 0xDFFF));
            highFrom++;
        }

        if (lowTo < 0xDFFF)
        {
            yield return ((highTo, highTo), (0xDC00, lowTo));
            highTo--;
        }

        if (highFrom <= highTo)
        {
            yield return ((highFrom, highTo), (0xDC00, 0xDFFF));
        }
    }

    private static (int High, int Low) Surrogates(int codePoint) =>
        (0xD800 + ((codePoint - 0x10000) >> 10), 0xDC00 + ((codePoint - 0x10000) & 0x3FF));

    private static string ClassOf(IEnumerable<(int From, int To)> ranges)
    {
        var text = string.Concat(
            ranges.Select(range => range.From == range.To ? Unit(range.From) : $"{Unit(range.From)}-{Unit(range.To)}")
        );

        // .NET has no empty class; an impossible look-ahead would rule out the linear engine, this class does not.
        return text.Length == 0 ? "[^\\u0000-\\uFFFF]" : $"[{text}]";
    }

    private static string Unit(int unit) =>
        char.IsAsciiLetterOrDigit((char)unit) ? ((char)unit).ToString() : Invariant($"\\u{unit:X4}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
