using System.Text;

namespace Conformance.Specification.Schemas.Patterns;

/// <summary>
/// Writes a text by walking through a pattern once and choosing at every fork: in time that grows with the text only,
/// where an automaton without choices may have as many states as there are texts. Anchors, look-around and
/// back-references are passed over, so that the text need not match.
/// </summary>
internal sealed class PatternSample(Random random)
{
    private const int LongestText = 10_000;

    // How often something is repeated beyond the least number of times.
    private const int MostRepetitions = 3;

    private readonly StringBuilder text = new();

    /// <summary>A text; null when every one is very long.</summary>
    /// <param name="root">The pattern.</param>
    public string? Of(EcmaNode root)
    {
        Write(root);
        return text.Length <= LongestText ? text.ToString() : null;
    }

    private void Write(EcmaNode node)
    {
        switch (node)
        {
            case EcmaNode.Character { Set.Ranges: { IsEmpty: false } ranges }:
                text.Append(Character(ranges));
                break;
            case EcmaNode.Sequence sequence:
                foreach (var item in sequence.Items)
                {
                    Write(item);
                }

                break;
            case EcmaNode.Alternation alternation:
                Write(alternation.Options[random.Next(alternation.Options.Length)]);
                break;
            case EcmaNode.Repetition repetition:
                var most = Math.Min(repetition.Max ?? int.MaxValue, (long)repetition.Min + MostRepetitions);
                var times = random.NextInt64(repetition.Min, most + 1);
                for (var i = 0L; i < times && text.Length <= LongestText && (i < 1 || text.Length > 0); i++)
                {
                    Write(repetition.Item);
                }

                break;
            case EcmaNode.Capture capture:
                Write(capture.Item);
                break;
            default:
                break;
        }
    }

    // What can be typed on every keyboard comes first.
    private string Character(IReadOnlyList<(int From, int To)> ranges)
    {
        var (from, to) = ranges
            .Select(r => (From: Math.Max(r.From, '!'), To: Math.Min(r.To, '~')))
            .Where(r => r.From <= r.To)
            .OrderBy(r => char.IsAsciiLetterOrDigit((char)r.From) ? 0 : 1)
            .DefaultIfEmpty(ranges[0])
            .First();
        var codePoint = random.Next(from, to + 1);
        return Rune.IsValid(codePoint) ? new Rune(codePoint).ToString() : "";
    }
}
