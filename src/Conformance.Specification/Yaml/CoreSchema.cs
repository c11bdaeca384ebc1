using System.Globalization;

namespace Conformance.Specification.Yaml;

/// <summary>
/// What plain scalars mean by the core schema of YAML 1.2 (section 10.3.2): <c>NO</c> stays a country code, <c>010</c>
/// is ten, <c>12:30</c> is a text.
/// </summary>
internal static class CoreSchema
{
    public static bool IsNull(string text) => text is "" or "~" or "null" or "Null" or "NULL";

    public static bool? Boolean(string text) =>
        text switch
        {
            "true" or "True" or "TRUE" => true,
            "false" or "False" or "FALSE" => false,
            _ => null,
        };

    public static bool IsNumber(string text) => JsonNumber(text) is not null;

    /// <summary>The number as JSON writes it, digits kept (<c>299.90</c> keeps its scale), or null.</summary>
    public static string? JsonNumber(string text)
    {
        if (text.Length is 0 or > 400)
        {
            return null;
        }

        return RadixNumber(text) ?? DecimalNumber(text);
    }

    public static bool TryDecimal(string text, out decimal value)
    {
        value = 0;
        return JsonNumber(text) is { } json
            && decimal.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    private static string? RadixNumber(string text)
    {
        var digits = text.AsSpan(Math.Min(2, text.Length));
        if (
            text.StartsWith("0x", StringComparison.Ordinal)
            && ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex)
        )
        {
            return hex.ToString(CultureInfo.InvariantCulture);
        }

        if (!text.StartsWith("0o", StringComparison.Ordinal) || digits.Length is 0 or > 21)
        {
            return null;
        }

        ulong octal = 0;
        foreach (var digit in digits)
        {
            if (digit is < '0' or > '7')
            {
                return null;
            }

            octal = (octal * 8) + (ulong)(digit - '0');
        }

        return octal.ToString(CultureInfo.InvariantCulture);
    }

    private static string? DecimalNumber(string text)
    {
        var position = text[0] is '-' or '+' ? 1 : 0;
        var integer = Digits(text, ref position);
        var fraction = "";
        if (position < text.Length && text[position] == '.')
        {
            position++;
            fraction = Digits(text, ref position);
        }

        if (integer.Length + fraction.Length == 0)
        {
            return null;
        }

        var exponent = Exponent(text, ref position);
        if (position != text.Length)
        {
            return null;
        }

        var whole = integer.TrimStart('0');
        return (text[0] == '-' ? "-" : "")
            + (whole.Length == 0 ? "0" : whole)
            + (fraction.Length == 0 ? "" : "." + fraction)
            + exponent;
    }

    private static string Digits(string text, ref int position)
    {
        var start = position;
        while (position < text.Length && char.IsAsciiDigit(text[position]))
        {
            position++;
        }

        return text[start..position];
    }

    private static string Exponent(string text, ref int position)
    {
        if (position >= text.Length || text[position] is not ('e' or 'E'))
        {
            return "";
        }

        var start = position++;
        if (position < text.Length && text[position] is ('+' or '-'))
        {
            position++;
        }

        if (Digits(text, ref position).Length > 0)
        {
            return text[start..position];
        }

        position = start;
        return "";
    }
}
