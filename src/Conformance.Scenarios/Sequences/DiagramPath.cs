using System.Collections.Immutable;
using System.Globalization;
using Conformance.Scenarios.Kinds.Declared;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Sequences;

/// <summary>One way through a sequence diagram: a choice at each of its alternatives.</summary>
/// <param name="Diagram">The diagram.</param>
/// <param name="Key">Part of ids, unique in a specification: the title, and the choices where there are any.</param>
/// <param name="Choices">The choices in words; empty when nothing is chosen.</param>
/// <param name="Messages">The messages on it, in order, with their numbers.</param>
internal sealed record DiagramPath(
    SequenceDiagram Diagram,
    string Key,
    string Choices,
    ImmutableArray<(int Number, DiagramMessage Message)> Messages
)
{
    /// <summary>More ways than these are no reader's.</summary>
    private const int Most = 24;
    private const int Left = -1;

    /// <summary>The ways through all diagrams, in document order.</summary>
    public static IEnumerable<DiagramPath> All(IntegrationSpecification specification)
    {
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var path in specification.SequenceDiagrams.SelectMany(Of))
        {
            keys[path.Key] = keys.GetValueOrDefault(path.Key) + 1;
            yield return keys[path.Key] == 1
                ? path
                : path with
                {
                    Key = string.Create(CultureInfo.InvariantCulture, $"{path.Key}-{keys[path.Key]}"),
                };
        }
    }

    /// <summary>The calls on it, in order.</summary>
    public IEnumerable<(int Number, DiagramMeaning.Call Call)> Calls =>
        Messages
            .Where(m => m.Message.Meaning is DiagramMeaning.Call)
            .Select(m => (m.Number, (DiagramMeaning.Call)m.Message.Meaning));

    /// <summary>The answer to a call; null when none is drawn.</summary>
    /// <param name="call">Number of the call.</param>
    public (int Number, DiagramMeaning.Answer Answer)? AnswerTo(int call) =>
        Messages
            .Where(m => m.Message.Meaning is DiagramMeaning.Answer answer && answer.Called == call)
            .Select(m => ((int, DiagramMeaning.Answer)?)(m.Number, (DiagramMeaning.Answer)m.Message.Meaning))
            .FirstOrDefault();

    private static IEnumerable<DiagramPath> Of(SequenceDiagram diagram)
    {
        var title = Slug.Of(diagram.Title);
        var all = diagram.Messages.Select((message, number) => (Number: number, Message: message)).ToList();
        foreach (var choice in Choose(diagram).Take(Most))
        {
            var words = choice.Where(c => IsChoice(diagram.Blocks[c.Key])).Select(c => Words(diagram, c.Key, c.Value));
            var choices = string.Join(", ", words);
            yield return new(
                diagram,
                choices.Length == 0 ? title : $"{title}.{Slug.Of(choices)}",
                choices,
                [.. UntilBreak(diagram, choice, all.Where(m => IsOn(choice, m.Message.Within)))]
            );
        }
    }

    // Blocks begin in order, so that those around one have been chosen before it.
    private static IEnumerable<ImmutableSortedDictionary<int, int>> Choose(SequenceDiagram diagram)
    {
        IEnumerable<ImmutableSortedDictionary<int, int>> ways = [ImmutableSortedDictionary<int, int>.Empty];
        for (var number = 0; number < diagram.Blocks.Length; number++)
        {
            var (block, at) = (diagram.Blocks[number], number);
            if (IsChoice(block))
            {
                ways = ways.SelectMany(way =>
                    IsOn(way, block.Within) ? Branches(block).Select(branch => way.Add(at, branch)) : [way]
                );
            }
        }

        return ways;
    }

    private static bool IsChoice(DiagramBlock block) =>
        block.Kind is DiagramBlockKind.Alternatives or DiagramBlockKind.Optional or DiagramBlockKind.Break;

    private static IEnumerable<int> Branches(DiagramBlock block) =>
        block.Kind is DiagramBlockKind.Break ? [Left, 0]
        : block.Conditions.Length == 1 ? [0, Left]
        : Enumerable.Range(0, block.Conditions.Length);

    // What is no choice happens: loops once, parallels all.
    private static bool IsOn(ImmutableSortedDictionary<int, int> way, ImmutableArray<DiagramBranch> within) =>
        within.All(b => !way.TryGetValue(b.Block, out var branch) || branch == b.Branch);

    private static IEnumerable<(int Number, DiagramMessage Message)> UntilBreak(
        SequenceDiagram diagram,
        ImmutableSortedDictionary<int, int> way,
        IEnumerable<(int Number, DiagramMessage Message)> messages
    )
    {
        var breaks = way.Where(c => c.Value != Left && diagram.Blocks[c.Key].Kind is DiagramBlockKind.Break)
            .Select(c => c.Key)
            .ToHashSet();
        var hasBroken = false;
        foreach (var message in messages)
        {
            var isInBreak = message.Message.Within.Any(b => breaks.Contains(b.Block));
            if (hasBroken && !isInBreak)
            {
                yield break;
            }

            hasBroken |= isInBreak;
            yield return message;
        }
    }

    private static string Words(SequenceDiagram diagram, int block, int branch)
    {
        var conditions = diagram.Blocks[block].Conditions;
        return branch == Left ? $"not {conditions[0]}"
            : conditions[branch].Length > 0 ? conditions[branch]
            : branch > 0 && conditions[0].Length > 0 ? $"not {conditions[0]}"
            : string.Create(CultureInfo.InvariantCulture, $"branch {branch + 1}");
    }
}
