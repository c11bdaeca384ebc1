using System.Collections.Immutable;

namespace Conformance.Specification.Schemas.Patterns;

/// <summary>A set of Unicode code points as sorted, disjoint, inclusive ranges.</summary>
internal sealed class CodePointSet
{
    private const int Last = 0x10FFFF;

    // One bit for each. Not a UInt128: what uses one is not compiled ahead of time.
    private readonly ulong lowAscii;
    private readonly ulong highAscii;

    private CodePointSet(ImmutableArray<(int From, int To)> ranges)
    {
        Ranges = ranges;
        foreach (var (from, to) in ranges.Where(range => range.From < 128))
        {
            for (var c = from; c <= Math.Min(to, 127); c++)
            {
                (c < 64 ? ref lowAscii : ref highAscii) |= 1UL << c;
            }
        }
    }

    /// <summary>Nothing: the class <c>[]</c>.</summary>
    public static CodePointSet Empty { get; } = new([]);

    /// <summary>Every code point: the class <c>[^]</c>.</summary>
    public static CodePointSet All { get; } = new([(0, Last)]);

    /// <summary><c>\d</c>: ASCII digits only.</summary>
    public static CodePointSet Digits { get; } = Of(('0', '9'));

    /// <summary><c>\w</c>: ASCII letters, digits and the underscore.</summary>
    public static CodePointSet WordCharacters { get; } = Of(('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z'));

    /// <summary><c>\s</c>: WhiteSpace and LineTerminator of ECMA-262, sections 12.2 and 12.3.</summary>
    public static CodePointSet Spaces { get; } =
        Of(
            (0x9, 0xD),
            (0x20, 0x20),
            (0xA0, 0xA0),
            (0x1680, 0x1680),
            (0x2000, 0x200A),
            (0x2028, 0x2029),
            (0x202F, 0x202F),
            (0x205F, 0x205F),
            (0x3000, 0x3000),
            (0xFEFF, 0xFEFF)
        );

    /// <summary><c>.</c>: everything but line terminators.</summary>
    public static CodePointSet NotLineTerminators { get; } = Of((0xA, 0xA), (0xD, 0xD), (0x2028, 0x2029)).Complement();

    /// <summary>The ranges in ascending order.</summary>
    public ImmutableArray<(int From, int To)> Ranges { get; }

    /// <summary>How many code points the set has.</summary>
    public int Count => Ranges.Sum(range => range.To - range.From + 1);

    /// <summary>Whether a code point is in the set.</summary>
    /// <param name="codePoint">The code point.</param>
    public bool Contains(int codePoint)
    {
        if (codePoint < 128)
        {
            return ((codePoint < 64 ? lowAscii : highAscii) >> codePoint & 1) != 0;
        }

        var (low, high) = (0, Ranges.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (codePoint < Ranges[middle].From)
            {
                high = middle - 1;
            }
            else if (codePoint > Ranges[middle].To)
            {
                low = middle + 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A set of one code point.</summary>
    /// <param name="codePoint">The code point.</param>
    public static CodePointSet Single(int codePoint) => new([(codePoint, codePoint)]);

    /// <summary>A set of ranges in any order.</summary>
    /// <param name="ranges">Inclusive ranges.</param>
    public static CodePointSet Of(params IEnumerable<(int From, int To)> ranges)
    {
        var result = ImmutableArray.CreateBuilder<(int From, int To)>();
        foreach (var (from, to) in ranges.OrderBy(range => range.From))
        {
            if (result.Count > 0 && from <= result[^1].To + 1)
            {
                result[^1] = (result[^1].From, Math.Max(result[^1].To, to));
            }
            else
            {
                result.Add((from, to));
            }
        }

        return new(result.ToImmutable());
    }

    /// <summary>What is in either set.</summary>
    /// <param name="other">The other set.</param>
    public CodePointSet Union(CodePointSet other) => Of(Ranges.Concat(other.Ranges));

    /// <summary>What is not in the set.</summary>
    public CodePointSet Complement()
    {
        var result = ImmutableArray.CreateBuilder<(int From, int To)>();
        var next = 0;
        foreach (var (from, to) in Ranges)
        {
            if (next < from)
            {
                result.Add((next, from - 1));
            }

            next = to + 1;
        }

        if (next <= Last)
        {
            result.Add((next, Last));
        }

        return new(result.ToImmutable());
    }
}
