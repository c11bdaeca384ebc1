using System.Collections.Immutable;

namespace Conformance.Specification.Schemas.Patterns;

/// <summary>
/// Parses the pattern grammar of ECMA-262, section 22.2.1, with the <c>u</c> flag. Two liberties of Annex B that
/// cannot be misread are allowed because people write them: escaped punctuation (<c>\-</c>) and literal braces.
/// </summary>
internal sealed class EcmaParser
{
    private const int MaxNesting = 100;

    private readonly EcmaReader reader;
    private readonly EcmaEscapes escapes;
    private readonly EcmaGroups declared;
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly List<(int Number, int Position)> references = [];
    private readonly HashSet<int> repeatedGroups = [];
    private int groups;
    private int nesting;

    private EcmaParser(string pattern)
    {
        reader = new EcmaReader(pattern);
        escapes = new EcmaEscapes(reader);
        declared = EcmaGroups.In(pattern);
    }

    /// <summary>Parses a pattern.</summary>
    /// <param name="pattern">The pattern without delimiters.</param>
    /// <exception cref="EcmaSyntaxException">The pattern is not valid or not supported.</exception>
    public static EcmaNode Parse(string pattern)
    {
        var parser = new EcmaParser(pattern);
        var node = parser.Disjunction();
        if (!parser.reader.AtEnd)
        {
            throw parser.reader.Error("this ')' closes nothing");
        }

        parser.CheckReferences();
        return node;
    }

    private EcmaNode Disjunction()
    {
        if (++nesting > MaxNesting)
        {
            throw reader.Error($"groups are nested deeper than {MaxNesting} levels");
        }

        var options = ImmutableArray.CreateBuilder<EcmaNode>();
        do
        {
            options.Add(Alternative());
        } while (reader.TryRead('|'));
        nesting--;
        return options.Count == 1 ? options[0] : new EcmaNode.Alternation(options.ToImmutable());
    }

    private EcmaNode Alternative()
    {
        var items = ImmutableArray.CreateBuilder<EcmaNode>();
        while (!reader.AtEnd && reader.Peek() is not ('|' or ')'))
        {
            items.Add(Term());
        }

        return items.Count == 1 ? items[0] : new EcmaNode.Sequence(items.ToImmutable());
    }

    private EcmaNode Term()
    {
        var start = reader.Position;
        var firstGroup = groups + 1;
        var item = Atom();
        if (Quantifier() is not var (min, max))
        {
            return item;
        }

        if (item is EcmaNode.Anchor or EcmaNode.WordBoundary or EcmaNode.Look)
        {
            throw EcmaReader.Error("an assertion cannot be repeated", start);
        }

        var repeats = max == 1 ? 0 : groups - firstGroup + 1;
        repeatedGroups.UnionWith(Enumerable.Range(firstGroup, repeats));
        return new EcmaNode.Repetition(item, min, max, reader.TryRead('?'));
    }

    private EcmaNode Atom()
    {
        switch (reader.Peek())
        {
            case '^' or '$':
                return new EcmaNode.Anchor(reader.Read() == '$');
            case '(':
                return Group();
            case '[':
                return new EcmaNode.Character(escapes.Class());
            case '\\':
                return Escape();
            case '*' or '+' or '?':
                throw reader.Error($"there is nothing to repeat before '{(char)reader.Peek()}'");
            case '.':
                reader.Read();
                return new EcmaNode.Character(CodePointSet.NotLineTerminators);
            case '{' when CountedQuantifier() is not null:
                throw reader.Error("there is nothing to repeat before this quantifier");
            default:
                return new EcmaNode.Character(CodePointSet.Single(reader.Read()));
        }
    }

    private EcmaNode Escape()
    {
        if (reader.TryRead("\\b"))
        {
            return new EcmaNode.WordBoundary(Negative: false);
        }

        if (reader.TryRead("\\B"))
        {
            return new EcmaNode.WordBoundary(Negative: true);
        }

        var start = reader.Position;
        if (reader.TryRead("\\k"))
        {
            return Reference(declared.Names.GetValueOrDefault(GroupName()), start);
        }

        if (reader.Peek(1) is not (>= '1' and <= '9'))
        {
            return new EcmaNode.Character(escapes.CharacterOrSet());
        }

        reader.Read();
        return Reference(reader.ReadNumber(), start);
    }

    private EcmaNode.BackReference Reference(int number, int start)
    {
        if (number < 1 || number > declared.Count)
        {
            throw EcmaReader.Error("this refers to a group that does not exist", start);
        }

        references.Add((number, start));
        return new EcmaNode.BackReference(number);
    }

    private EcmaNode Group()
    {
        var start = reader.Position;
        reader.Read();
        EcmaNode node;
        if (reader.TryRead("?:"))
        {
            node = Disjunction();
        }
        else if (LookKind() is var (behind, negative))
        {
            node = new EcmaNode.Look(Disjunction(), behind, negative);
        }
        else
        {
            node = CapturingGroup(start);
        }

        return reader.TryRead(')') ? node : throw EcmaReader.Error("this '(' is never closed", start);
    }

    private EcmaNode.Capture CapturingGroup(int start)
    {
        var number = ++groups;
        if (reader.Peek() == '?')
        {
            reader.Read();
            if (reader.Peek() != '<')
            {
                throw EcmaReader.Error("'(?' starts no group that ECMA-262 knows", start);
            }

            if (!names.Add(GroupName()))
            {
                throw EcmaReader.Error("two groups have this name", start);
            }
        }

        return new EcmaNode.Capture(number, Disjunction());
    }

    private (bool Behind, bool Negative)? LookKind() =>
        reader.TryRead("?=") ? (false, false)
        : reader.TryRead("?!") ? (false, true)
        : reader.TryRead("?<=") ? (true, false)
        : reader.TryRead("?<!") ? (true, true)
        : null;

    private string GroupName()
    {
        var start = reader.Position;
        var name = reader.TryRead('<') ? reader.ReadUntil('>') : null;
        return
            name is { Length: > 0 }
            && !char.IsAsciiDigit(name[0])
            && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '$')
            ? name
            : throw EcmaReader.Error("a group name in '<' and '>' is expected here", start);
    }

    private (int Min, int? Max)? Quantifier()
    {
        switch (reader.Peek())
        {
            case '*':
                reader.Read();
                return (0, null);
            case '+':
                reader.Read();
                return (1, null);
            case '?':
                reader.Read();
                return (0, 1);
            case '{':
                return CountedQuantifier();
            default:
                return null;
        }
    }

    private (int Min, int? Max)? CountedQuantifier()
    {
        var start = reader.Position;
        reader.Read();
        if (reader.Peek() == ',' && reader.Peek(1) is >= '0' and <= '9')
        {
            // Annex B reads this as literal text, which nobody who writes it means.
            throw EcmaReader.Error("a quantifier needs a lower bound: {0,n}", start);
        }

        if (!char.IsAsciiDigit((char)reader.Peek()))
        {
            reader.Position = start;
            return null;
        }

        var min = reader.ReadNumber();
        int? max = min;
        if (reader.TryRead(','))
        {
            max = reader.Peek() is >= '0' and <= '9' ? reader.ReadNumber() : null;
        }

        if (!reader.TryRead('}'))
        {
            reader.Position = start;
            return null;
        }

        return max < min ? throw EcmaReader.Error("the bounds of this quantifier are out of order", start) : (min, max);
    }

    // A group inside a repetition is reset by every round in ECMA-262 and is not in .NET: refused, not guessed at.
    private void CheckReferences()
    {
        foreach (var (number, position) in references)
        {
            if (repeatedGroups.Contains(number))
            {
                throw EcmaReader.Error("a reference to a group inside a repetition is not supported", position);
            }
        }
    }
}
