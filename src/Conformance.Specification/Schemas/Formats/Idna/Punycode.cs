using System.Text;

namespace Conformance.Specification.Schemas.Formats.Idna;

/// <summary>Punycode of RFC 3492, the ASCII form of international labels.</summary>
internal static class Punycode
{
    private const int Base = 36;
    private const int MinThreshold = 1;
    private const int MaxThreshold = 26;
    private const int Skew = 38;
    private const int Damp = 700;
    private const int InitialBias = 72;
    private const int InitialCodePoint = 128;

    /// <summary>Decodes; null when the text is no Punycode.</summary>
    /// <param name="text">Lower-case ASCII without the prefix <c>xn--</c>.</param>
    public static List<int>? Decode(string text)
    {
        var hyphen = text.LastIndexOf('-');
        var output = text[..Math.Max(hyphen, 0)].Select(c => (int)c).ToList();
        var (next, index, bias, position) = (InitialCodePoint, 0, InitialBias, hyphen + 1);
        while (position < text.Length)
        {
            var start = index;
            if (DecodeInteger(text, ref position, bias) is not { } delta)
            {
                return null;
            }

            index += delta;
            bias = Adapt(index - start, output.Count + 1, start == 0);
            next += index / (output.Count + 1);
            index %= output.Count + 1;
            if (next is > 0x10FFFF or (>= 0xD800 and <= 0xDFFF))
            {
                return null;
            }

            output.Insert(index++, next);
        }

        return output;
    }

    /// <summary>Encodes, without the prefix <c>xn--</c>.</summary>
    /// <param name="codePoints">The label, of at most a few hundred code points.</param>
    public static string Encode(IReadOnlyList<int> codePoints)
    {
        var output = new StringBuilder().Append([.. codePoints.Where(c => c < 128).Select(c => (char)c)]);
        var handled = output.Length;
        var basics = handled;
        if (basics > 0)
        {
            output.Append('-');
        }

        var (current, delta, bias) = (InitialCodePoint, 0, InitialBias);
        while (handled < codePoints.Count)
        {
            var least = codePoints.Where(c => c >= current).Min();
            delta += (least - current) * (handled + 1);
            current = least;
            foreach (var c in codePoints)
            {
                delta += c < current ? 1 : 0;
                if (c == current)
                {
                    EncodeInteger(output, delta, bias);
                    bias = Adapt(delta, handled + 1, handled == basics);
                    delta = 0;
                    handled++;
                }
            }

            delta++;
            current++;
        }

        return output.ToString();
    }

    private static int? DecodeInteger(string text, ref int position, int bias)
    {
        var (value, weight) = (0L, 1L);
        for (var k = Base; ; k += Base)
        {
            var digit = position < text.Length ? DigitOf(text[position++]) : -1;
            value += digit * weight;
            if (digit < 0 || value > int.MaxValue / 2)
            {
                return null;
            }

            var threshold = Math.Clamp(k - bias, MinThreshold, MaxThreshold);
            if (digit < threshold)
            {
                return (int)value;
            }

            weight *= Base - threshold;
        }
    }

    private static void EncodeInteger(StringBuilder output, int value, int bias)
    {
        for (var k = Base; ; k += Base)
        {
            var threshold = Math.Clamp(k - bias, MinThreshold, MaxThreshold);
            if (value < threshold)
            {
                output.Append(CharacterOf(value));
                return;
            }

            output.Append(CharacterOf(threshold + ((value - threshold) % (Base - threshold))));
            value = (value - threshold) / (Base - threshold);
        }
    }

    private static int Adapt(int delta, int count, bool isFirst)
    {
        delta = isFirst ? delta / Damp : delta / 2;
        delta += delta / count;
        var k = 0;
        for (; delta > (Base - MinThreshold) * MaxThreshold / 2; k += Base)
        {
            delta /= Base - MinThreshold;
        }

        return k + ((Base - MinThreshold + 1) * delta / (delta + Skew));
    }

    private static int DigitOf(char c) =>
        char.IsAsciiLetterLower(c) ? c - 'a'
        : char.IsAsciiDigit(c) ? c - '0' + 26
        : -1;

    private static char CharacterOf(int digit) => (char)(digit < 26 ? 'a' + digit : '0' + digit - 26);
}
