using System.Globalization;
using System.Text;
using Conformance.Specification.Schemas.Json;

namespace Conformance.Specification.Schemas.Formats;

/// <summary>The ranges of the numeric formats of the OpenAPI format registry.</summary>
internal static class NumericFormats
{
    private static readonly JsonNumber Int32Min = Parse(int.MinValue.ToString(CultureInfo.InvariantCulture));
    private static readonly JsonNumber Int32Max = Parse(int.MaxValue.ToString(CultureInfo.InvariantCulture));
    private static readonly JsonNumber Int64Min = Parse(long.MinValue.ToString(CultureInfo.InvariantCulture));
    private static readonly JsonNumber Int64Max = Parse(long.MaxValue.ToString(CultureInfo.InvariantCulture));
    private static readonly JsonNumber FloatMax = Parse("3.4028235e38");
    private static readonly JsonNumber FloatMin = Parse("-3.4028235e38");
    private static readonly JsonNumber DoubleMax = Parse("1.7976931348623157e308");
    private static readonly JsonNumber DoubleMin = Parse("-1.7976931348623157e308");

    /// <summary>A signed 32-bit integer.</summary>
    /// <param name="number">The number.</param>
    public static bool IsInt32(JsonNumber number) => number.IsInteger && IsWithin(number, Int32Min, Int32Max);

    /// <summary>A signed 64-bit integer.</summary>
    /// <param name="number">The number.</param>
    public static bool IsInt64(JsonNumber number) => number.IsInteger && IsWithin(number, Int64Min, Int64Max);

    /// <summary>A number in the finite range of a 32-bit float.</summary>
    /// <param name="number">The number.</param>
    public static bool IsFloat(JsonNumber number) => IsWithin(number, FloatMin, FloatMax);

    /// <summary>A number in the finite range of a 64-bit float.</summary>
    /// <param name="number">The number.</param>
    public static bool IsDouble(JsonNumber number) => IsWithin(number, DoubleMin, DoubleMax);

    /// <summary>A decimal in plain notation, as a string: <c>-12.50</c>.</summary>
    /// <param name="text">The text.</param>
    public static bool IsDecimalText(string text)
    {
        var digits = text.StartsWith('-') ? text.AsSpan(1) : text;
        var point = digits.IndexOf('.');
        return point < 0 ? IsDigits(digits) : IsDigits(digits[..point]) && IsDigits(digits[(point + 1)..]);
    }

    /// <summary>A signed 64-bit integer as a string, without sign or zeros that mean nothing.</summary>
    /// <param name="text">The text.</param>
    public static bool IsInt64Text(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
        && value.ToString(CultureInfo.InvariantCulture) == text;

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');

    private static bool IsWithin(JsonNumber number, JsonNumber min, JsonNumber max) =>
        number.CompareTo(min) >= 0 && number.CompareTo(max) <= 0;

    private static JsonNumber Parse(string literal) => JsonNumber.Parse(Encoding.ASCII.GetBytes(literal));
}
