using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Conformance.Specification.Schemas.Json;

/// <summary>
/// A JSON number held exactly: <c>mantissa x 10^exponent</c> with no trailing zero in the mantissa, so that equal
/// numbers have equal parts. No operation expands the exponent, so <c>1e999999999</c> costs no more than <c>1</c>.
/// </summary>
internal readonly struct JsonNumber : IComparable<JsonNumber>, IEquatable<JsonNumber>
{
    private const long ExponentLimit = 1_000_000_000_000_000;
    private const int SmallDigits = 18;

    private static readonly Int128[] PowersOfTen =
    [
        .. Enumerable.Range(0, SmallDigits + 1).Select(power => (Int128)BigInteger.Pow(10, power)),
    ];

    private readonly BigInteger mantissa;
    private readonly long exponent;
    private readonly int digits;

    private JsonNumber(BigInteger mantissa, long exponent, int digits)
    {
        this.mantissa = mantissa;
        this.exponent = exponent;
        this.digits = digits;
    }

    /// <summary>Zero.</summary>
    public static JsonNumber Zero => default;

    /// <summary>The greatest number that things are counted to.</summary>
    public static JsonNumber MaxCount { get; } = Parse("2147483647"u8);

    /// <summary>Whether the value has no fraction: <c>1.0</c> and <c>1e2</c> are integers.</summary>
    public bool IsInteger => exponent >= 0;

    /// <summary>Whether the value is zero, negative zero included.</summary>
    public bool IsZero => mantissa.IsZero;

    /// <summary>Digits after the decimal point in plain notation.</summary>
    public long FractionDigits => Math.Max(0, -exponent);

    /// <summary>Reads a JSON number.</summary>
    /// <param name="element">An element of kind Number.</param>
    public static JsonNumber Of(JsonElement element) => Parse(JsonMarshal.GetRawUtf8Value(element));

    /// <summary>Reads a number in JSON notation, which the caller has checked.</summary>
    /// <param name="utf8">The literal.</param>
    public static JsonNumber Parse(ReadOnlySpan<byte> utf8)
    {
        var negative = utf8[0] == (byte)'-';
        var literal = negative ? utf8[1..] : utf8;
        var exponentAt = literal.IndexOfAny((byte)'e', (byte)'E');
        var exponent = exponentAt < 0 ? 0 : ReadExponent(literal[(exponentAt + 1)..]);
        var coefficient = exponentAt < 0 ? literal : literal[..exponentAt];
        return coefficient.Length <= SmallDigits
            ? ParseSmall(coefficient, exponent, negative)
            : ParseLarge(coefficient, exponent, negative);
    }

    /// <summary>Whether this is an exact multiple of a positive number.</summary>
    /// <param name="divisor">The divisor, not zero.</param>
    public bool IsMultipleOf(JsonNumber divisor)
    {
        var shift = exponent - divisor.exponent;
        if (mantissa.IsZero)
        {
            return true;
        }

        if (digits <= SmallDigits && divisor.digits <= SmallDigits && Math.Abs(shift) <= SmallDigits)
        {
            return IsSmallMultipleOf(divisor, (int)shift);
        }

        if (shift >= 0)
        {
            var rest = BigInteger.ModPow(10, shift, divisor.mantissa) * mantissa;
            return (rest % divisor.mantissa).IsZero;
        }

        // A quotient below one in magnitude is no integer; this also bounds the power below by our own digits.
        return -shift <= digits && (mantissa % (divisor.mantissa * BigInteger.Pow(10, (int)-shift))).IsZero;
    }

    /// <inheritdoc />
    public int CompareTo(JsonNumber other)
    {
        if (mantissa.Sign != other.mantissa.Sign || mantissa.IsZero)
        {
            return mantissa.Sign.CompareTo(other.mantissa.Sign);
        }

        var magnitude = (exponent + digits).CompareTo(other.exponent + other.digits);
        return magnitude != 0 ? magnitude * mantissa.Sign : Scaled(other).CompareTo(other.Scaled(this));
    }

    /// <inheritdoc />
    public bool Equals(JsonNumber other) => exponent == other.exponent && mantissa == other.mantissa;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is JsonNumber other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(mantissa, exponent);

    // Everyday numbers: 18 digits shifted by 18 digits fit into 128 bits.
    private bool IsSmallMultipleOf(JsonNumber divisor, int shift)
    {
        Int128 dividend = (long)mantissa;
        Int128 by = (long)divisor.mantissa;
        var power = PowersOfTen[Math.Abs(shift)];
        return (shift >= 0 ? dividend * power % by : dividend % (by * power)) == 0;
    }

    // Only called between numbers of one magnitude, whose exponents differ by less than their digits.
    private BigInteger Scaled(JsonNumber other) =>
        exponent > other.exponent ? mantissa * BigInteger.Pow(10, (int)(exponent - other.exponent)) : mantissa;

    private static JsonNumber ParseSmall(ReadOnlySpan<byte> coefficient, long exponent, bool negative)
    {
        var (value, fraction, digits) = (0L, false, 0);
        foreach (var b in coefficient)
        {
            if (b == (byte)'.')
            {
                fraction = true;
                continue;
            }

            exponent -= fraction ? 1 : 0;
            value = (value * 10) + b - '0';
        }

        if (value == 0)
        {
            return default;
        }

        for (; value % 10 == 0; value /= 10)
        {
            exponent++;
        }

        for (var rest = value; rest > 0; rest /= 10)
        {
            digits++;
        }

        return new JsonNumber(negative ? -value : value, exponent, digits);
    }

    private static JsonNumber ParseLarge(ReadOnlySpan<byte> coefficient, long exponent, bool negative)
    {
        Span<char> buffer = coefficient.Length <= 128 ? stackalloc char[128] : new char[coefficient.Length];
        var (count, fraction) = (0, false);
        foreach (var b in coefficient)
        {
            if (b == (byte)'.')
            {
                fraction = true;
                continue;
            }

            exponent -= fraction ? 1 : 0;
            if (count > 0 || b != (byte)'0')
            {
                buffer[count++] = (char)b;
            }
        }

        return Normalise(buffer[..count], exponent, negative);
    }

    private static JsonNumber Normalise(ReadOnlySpan<char> digits, long exponent, bool negative)
    {
        var significant = digits.TrimEnd('0');
        if (significant.IsEmpty)
        {
            return default;
        }

        var value = BigInteger.Parse(significant, provider: null);
        return new JsonNumber(
            negative ? -value : value,
            exponent + digits.Length - significant.Length,
            significant.Length
        );
    }

    private static long ReadExponent(ReadOnlySpan<byte> text)
    {
        var negative = text[0] == (byte)'-';
        var value = 0L;
        foreach (var b in text[0] is (byte)'-' or (byte)'+' ? text[1..] : text)
        {
            value = Math.Min(ExponentLimit, (value * 10) + b - '0');
        }

        return negative ? -value : value;
    }
}
