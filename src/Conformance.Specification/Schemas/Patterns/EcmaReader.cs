using System.Text;

namespace Conformance.Specification.Schemas.Patterns;

/// <summary>A cursor over a pattern that reads code points.</summary>
/// <param name="pattern">The pattern.</param>
internal sealed class EcmaReader(string pattern)
{
    private const int MaxNumber = 1_000_000;

    /// <summary>0-based position in UTF-16 units.</summary>
    public int Position { get; set; }

    /// <summary>Whether everything was read.</summary>
    public bool AtEnd => Position >= pattern.Length;

    /// <summary>The UTF-16 unit at a distance from here, or -1 past the end.</summary>
    /// <param name="ahead">The distance.</param>
    public int Peek(int ahead = 0) => Position + ahead < pattern.Length ? pattern[Position + ahead] : -1;

    /// <summary>Reads one code point.</summary>
    public int Read()
    {
        if (AtEnd)
        {
            throw Error("the pattern ends too early");
        }

        Rune.DecodeFromUtf16(pattern.AsSpan(Position), out var rune, out var length);
        Position += length;
        return rune.Value;
    }

    /// <summary>Reads a character if it comes next.</summary>
    /// <param name="expected">The character.</param>
    public bool TryRead(char expected)
    {
        if (Peek() != expected)
        {
            return false;
        }

        Position++;
        return true;
    }

    /// <summary>Reads a text if it comes next.</summary>
    /// <param name="expected">The text.</param>
    public bool TryRead(string expected)
    {
        if (!pattern.AsSpan(Position).StartsWith(expected, StringComparison.Ordinal))
        {
            return false;
        }

        Position += expected.Length;
        return true;
    }

    /// <summary>Reads a decimal number, at least one digit of which comes next.</summary>
    public int ReadNumber()
    {
        var start = Position;
        var value = 0;
        while (Peek() is >= '0' and <= '9')
        {
            value = (value * 10) + pattern[Position++] - '0';
            if (value > MaxNumber)
            {
                throw Error($"numbers above {MaxNumber} are not supported", start);
            }
        }

        return value;
    }

    /// <summary>Reads hexadecimal digits.</summary>
    /// <param name="digits">How many.</param>
    public int ReadHex(int digits)
    {
        var start = Position;
        var value = 0;
        for (var i = 0; i < digits; i++)
        {
            var digit = AtEnd ? 'g' : pattern[Position++];
            value = char.IsAsciiHexDigit(digit)
                ? (value * 16) + Convert.ToInt32(digit.ToString(), 16)
                : throw Error($"{digits} hexadecimal digits are expected here", start);
        }

        return value;
    }

    /// <summary>Reads up to a character and past it; null when it does not come.</summary>
    /// <param name="end">The character.</param>
    public string? ReadUntil(char end)
    {
        var at = pattern.IndexOf(end, Position);
        if (at < 0)
        {
            return null;
        }

        var text = pattern[Position..at];
        Position = at + 1;
        return text;
    }

    /// <summary>An error at the current position.</summary>
    /// <param name="message">What is wrong.</param>
    public EcmaSyntaxException Error(string message) => new(message, Position);

    /// <summary>An error at a position.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="position">Where.</param>
    public static EcmaSyntaxException Error(string message, int position) => new(message, position);
}
