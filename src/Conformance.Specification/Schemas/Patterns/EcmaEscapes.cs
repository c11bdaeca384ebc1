using System.Globalization;

namespace Conformance.Specification.Schemas.Patterns;

/// <summary>Reads escapes and character classes.</summary>
/// <param name="reader">The cursor.</param>
internal sealed class EcmaEscapes(EcmaReader reader)
{
    /// <summary>Reads an escape that stands for one or several characters.</summary>
    public CodePointSet CharacterOrSet()
    {
        var start = reader.Position;
        reader.Read();
        var kind = reader.Read();
        return kind switch
        {
            'd' => CodePointSet.Digits,
            'D' => CodePointSet.Digits.Complement(),
            'w' => CodePointSet.WordCharacters,
            'W' => CodePointSet.WordCharacters.Complement(),
            's' => CodePointSet.Spaces,
            'S' => CodePointSet.Spaces.Complement(),
            'p' => Property(start),
            'P' => Property(start).Complement(),
            _ => CodePointSet.Single(Character(kind, start)),
        };
    }

    /// <summary>Reads a class in brackets.</summary>
    public CodePointSet Class()
    {
        var start = reader.Position;
        reader.Read();
        var negative = reader.TryRead('^');
        var parts = new List<CodePointSet>();
        while (!reader.TryRead(']'))
        {
            if (reader.AtEnd)
            {
                throw EcmaReader.Error("this '[' is never closed", start);
            }

            parts.Add(ClassRange());
        }

        var set = CodePointSet.Of(parts.SelectMany(part => part.Ranges));
        return negative ? set.Complement() : set;
    }

    private CodePointSet ClassRange()
    {
        var start = reader.Position;
        var from = ClassAtom();
        if (reader.Peek() != '-' || reader.Peek(1) is ']' or -1)
        {
            return from;
        }

        reader.Read();
        var to = ClassAtom();

        // Annex B.1.2: next to a set such as \w the hyphen is itself.
        if (from.Count != 1 || to.Count != 1)
        {
            return from.Union(to).Union(CodePointSet.Single('-'));
        }

        var (first, last) = (from.Ranges[0].From, to.Ranges[0].From);
        return first <= last
            ? CodePointSet.Of((first, last))
            : throw EcmaReader.Error("the ends of this range are out of order", start);
    }

    private CodePointSet ClassAtom()
    {
        if (reader.TryRead("\\b"))
        {
            return CodePointSet.Single('\b');
        }

        return reader.Peek() == '\\' ? CharacterOrSet() : CodePointSet.Single(reader.Read());
    }

    private CodePointSet Property(int start)
    {
        var name = reader.TryRead('{') ? reader.ReadUntil('}') : null;
        if (name is null)
        {
            throw EcmaReader.Error("'\\p' must be followed by a property in braces, such as \\p{Letter}", start);
        }

        return UnicodeProperties.Find(name)
            ?? throw EcmaReader.Error(
                $"the Unicode property '{name}' is not supported; general categories such as Letter, Lu or Nd are",
                start
            );
    }

    private int Character(int kind, int start) =>
        kind switch
        {
            't' => '\t',
            'n' => '\n',
            'v' => '\v',
            'f' => '\f',
            'r' => '\r',
            '0' when reader.Peek() is not (>= '0' and <= '9') => '\0',
            'c' when reader.Peek() is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') => reader.Read() % 32,
            'x' => reader.ReadHex(2),
            'u' => UnicodeEscape(start),
            < 0x80 when !char.IsAsciiLetterOrDigit((char)kind) && kind > ' ' => kind,
            _ => throw EcmaReader.Error($"'\\{char.ConvertFromUtf32(kind)}' is no escape of ECMA-262", start),
        };

    private int UnicodeEscape(int start)
    {
        if (reader.TryRead('{'))
        {
            var digits = reader.ReadUntil('}') ?? "";
            return
                int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
                && value is >= 0 and <= 0x10FFFF
                ? value
                : throw EcmaReader.Error("'\\u{...}' needs a code point in hexadecimal", start);
        }

        var unit = reader.ReadHex(4);
        var next = reader.Position;
        if (char.IsHighSurrogate((char)unit) && reader.TryRead("\\u"))
        {
            var low = reader.Peek() == '{' ? 0 : reader.ReadHex(4);
            if (char.IsLowSurrogate((char)low))
            {
                return char.ConvertToUtf32((char)unit, (char)low);
            }

            reader.Position = next;
        }

        return unit;
    }
}
