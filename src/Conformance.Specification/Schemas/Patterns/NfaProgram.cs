namespace Conformance.Specification.Schemas.Patterns;

/// <summary>What one state of the automaton does.</summary>
internal enum NfaKind
{
    /// <summary>Reads a code point out of a set and goes on to the next state.</summary>
    Read,

    /// <summary>Goes on to two states at once.</summary>
    Split,

    /// <summary>Goes on at the start of the text only.</summary>
    Start,

    /// <summary>Goes on at the end of the text only.</summary>
    End,

    /// <summary>Goes on at a word boundary only.</summary>
    Boundary,

    /// <summary>Goes on anywhere but at a word boundary.</summary>
    NoBoundary,

    /// <summary>The text matches.</summary>
    Match,
}

/// <summary>One state.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Set">What a <see cref="NfaKind.Read"/> reads.</param>
/// <param name="Next">The state that follows.</param>
/// <param name="Other">The second state of a <see cref="NfaKind.Split"/>.</param>
internal readonly record struct NfaState(NfaKind Kind, CodePointSet? Set, int Next, int Other);

/// <summary>
/// Compiles a pattern into a nondeterministic automaton that reads code points (Thompson's construction). Look-around
/// and back-references have none; counts are written out, up to a limit.
/// </summary>
internal sealed class NfaProgram
{
    private const int MaxStates = 5_000;

    private readonly List<NfaState> states = [];

    private NfaProgram() { }

    /// <summary>The automaton of a pattern; null when it has none or it would be too large.</summary>
    /// <param name="root">The pattern.</param>
    public static NfaState[]? Compile(EcmaNode root)
    {
        var program = new NfaProgram();
        return program.Emit(root) && program.Add(NfaKind.Match) ? [.. program.states] : null;
    }

    private bool Emit(EcmaNode node) =>
        node switch
        {
            EcmaNode.Character character => Add(NfaKind.Read, character.Set),
            EcmaNode.Sequence sequence => sequence.Items.All(Emit),
            EcmaNode.Alternation alternation => EmitAlternation(alternation, 0),
            EcmaNode.Repetition repetition => EmitRepetition(repetition),
            EcmaNode.Capture capture => Emit(capture.Item),
            EcmaNode.Anchor anchor => Add(anchor.AtEnd ? NfaKind.End : NfaKind.Start),
            EcmaNode.WordBoundary boundary => Add(boundary.Negative ? NfaKind.NoBoundary : NfaKind.Boundary),
            _ => false,
        };

    // Every option but the last ends with a split that only jumps; a split to one place twice is a jump.
    private bool EmitAlternation(EcmaNode.Alternation alternation, int from)
    {
        if (from == alternation.Options.Length - 1)
        {
            return Emit(alternation.Options[from]);
        }

        var split = states.Count;
        if (!Add(NfaKind.Split) || !Emit(alternation.Options[from]))
        {
            return false;
        }

        var jump = states.Count;
        if (!Add(NfaKind.Split))
        {
            return false;
        }

        states[split] = states[split] with { Other = states.Count };
        if (!EmitAlternation(alternation, from + 1))
        {
            return false;
        }

        states[jump] = states[jump] with { Next = states.Count, Other = states.Count };
        return true;
    }

    private bool EmitRepetition(EcmaNode.Repetition repetition)
    {
        for (var i = 0; i < repetition.Min; i++)
        {
            if (!Emit(repetition.Item))
            {
                return false;
            }
        }

        return repetition.Max is { } max
            ? EmitOptional(repetition.Item, max - repetition.Min)
            : EmitLoop(repetition.Item);
    }

    private bool EmitLoop(EcmaNode item)
    {
        var split = states.Count;
        if (!Add(NfaKind.Split) || !Emit(item))
        {
            return false;
        }

        var back = states.Count;
        if (!Add(NfaKind.Split))
        {
            return false;
        }

        states[back] = states[back] with { Next = split, Other = split };
        states[split] = states[split] with { Other = states.Count };
        return true;
    }

    private bool EmitOptional(EcmaNode item, int times)
    {
        var splits = new List<int>();
        for (var i = 0; i < times; i++)
        {
            splits.Add(states.Count);
            if (!Add(NfaKind.Split) || !Emit(item))
            {
                return false;
            }
        }

        splits.ForEach(split => states[split] = states[split] with { Other = states.Count });
        return true;
    }

    private bool Add(NfaKind kind, CodePointSet? set = null)
    {
        states.Add(new(kind, set, states.Count + 1, states.Count + 1));
        return states.Count <= MaxStates;
    }
}
