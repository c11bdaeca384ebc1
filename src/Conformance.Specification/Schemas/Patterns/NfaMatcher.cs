using System.Buffers;
using System.Text;

namespace Conformance.Specification.Schemas.Patterns;

/// <summary>
/// Runs an automaton over a text, all states at once: the time is at most the length of the text times the number of
/// states, and a budget of steps, the same on every machine, bounds even that.
/// </summary>
internal sealed class NfaMatcher
{
    private const long MaxSteps = 200_000_000;

    private readonly NfaState[] states;
    private readonly ReadOnlyMemory<int> text;
    private readonly Stack<int> pending = new();
    private StateSet current;
    private StateSet next;
    private long steps;

    private NfaMatcher(NfaState[] states, ReadOnlyMemory<int> text)
    {
        this.states = states;
        this.text = text;
        current = new StateSet(states.Length);
        next = new StateSet(states.Length);
    }

    /// <summary>Whether a text contains a match.</summary>
    /// <param name="states">The automaton.</param>
    /// <param name="text">The text.</param>
    public static PatternMatch Match(NfaState[] states, string text)
    {
        var codePoints = ArrayPool<int>.Shared.Rent(text.Length);
        try
        {
            var count = 0;
            foreach (var rune in text.EnumerateRunes())
            {
                codePoints[count++] = rune.Value;
            }

            return new NfaMatcher(states, codePoints.AsMemory(0, count)).Run();
        }
        finally
        {
            ArrayPool<int>.Shared.Return(codePoints);
        }
    }

    private PatternMatch Run()
    {
        var onlyAtStart = states[0].Kind == NfaKind.Start;
        for (var position = 0; position <= text.Length; position++)
        {
            if ((position == 0 || !onlyAtStart) && Enter(current, 0, position))
            {
                return PatternMatch.Matches;
            }

            if (position == text.Length || (onlyAtStart && current.Count == 0))
            {
                break;
            }

            if (Step(position))
            {
                return PatternMatch.Matches;
            }

            if (steps > MaxSteps)
            {
                return PatternMatch.Undecided;
            }
        }

        return PatternMatch.DoesNotMatch;
    }

    // Reads one code point in every state; true when the end of the automaton is reached.
    private bool Step(int position)
    {
        var codePoint = text.Span[position];
        next.Clear();
        for (var i = 0; i < current.Count; i++)
        {
            var state = states[current[i]];
            if (state.Kind == NfaKind.Read && state.Set!.Contains(codePoint) && Enter(next, state.Next, position + 1))
            {
                return true;
            }
        }

        steps += current.Count;
        (current, next) = (next, current);
        return false;
    }

    // Adds a state and all that can be reached from it without reading; true when that is the end of the automaton.
    private bool Enter(StateSet set, int start, int position)
    {
        pending.Push(start);
        while (pending.TryPop(out var index))
        {
            if (!set.Add(index))
            {
                continue;
            }

            steps++;
            var state = states[index];
            switch (state.Kind)
            {
                case NfaKind.Match:
                    return true;
                case NfaKind.Read:
                    break;
                case NfaKind.Split:
                    pending.Push(state.Other);
                    pending.Push(state.Next);
                    break;
                default:
                    if (Holds(state.Kind, position))
                    {
                        pending.Push(state.Next);
                    }

                    break;
            }
        }

        return false;
    }

    private bool Holds(NfaKind assertion, int position) =>
        assertion switch
        {
            NfaKind.Start => position == 0,
            NfaKind.End => position == text.Length,
            NfaKind.Boundary => IsWord(position - 1) != IsWord(position),
            _ => IsWord(position - 1) == IsWord(position),
        };

    private bool IsWord(int position) =>
        position >= 0 && position < text.Length && CodePointSet.WordCharacters.Contains(text.Span[position]);

    // A set that is emptied in no time: an entry counts only while it points back at itself.
    private sealed class StateSet(int capacity)
    {
        private readonly int[] dense = new int[capacity];
        private readonly int[] sparse = new int[capacity];

        public int Count { get; private set; }

        public int this[int index] => dense[index];

        public bool Add(int state)
        {
            var at = sparse[state];
            if (at < Count && dense[at] == state)
            {
                return false;
            }

            sparse[state] = Count;
            dense[Count++] = state;
            return true;
        }

        public void Clear() => Count = 0;
    }
}
