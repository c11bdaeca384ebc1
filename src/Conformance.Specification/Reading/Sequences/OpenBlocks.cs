using System.Collections.Frozen;
using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Specification.Reading.Sequences;

/// <summary>The blocks of a diagram while its lines are read, each from its first word to its <c>end</c>.</summary>
internal sealed class OpenBlocks
{
    private static readonly FrozenDictionary<string, DiagramBlockKind> Openers = new Dictionary<
        string,
        DiagramBlockKind
    >
    {
        ["alt"] = DiagramBlockKind.Alternatives,
        ["critical"] = DiagramBlockKind.Alternatives,
        ["opt"] = DiagramBlockKind.Optional,
        ["break"] = DiagramBlockKind.Break,
        ["loop"] = DiagramBlockKind.Loop,
        ["par"] = DiagramBlockKind.Parallel,
        ["par_over"] = DiagramBlockKind.Parallel,
        ["rect"] = DiagramBlockKind.Group,
        ["box"] = DiagramBlockKind.Group,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Dividers = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "else",
        "and",
        "option"
    );

    private readonly List<Block> all = [];
    private readonly Stack<Block> open = new();
    private readonly Action<DrawnElement> drawn;

    /// <summary>No block is open yet.</summary>
    /// <param name="drawn">Is told where each begins, divides and ends.</param>
    public OpenBlocks(Action<DrawnElement> drawn) => this.drawn = drawn;

    /// <summary>The branches around the next message, outermost first.</summary>
    public ImmutableArray<DiagramBranch> Around => [.. open.Reverse().Select(b => b.Branch)];

    /// <summary>The first word of the innermost block that is open; null when none is.</summary>
    public string? Innermost => open.TryPeek(out var block) ? block.Word : null;

    /// <summary>All blocks in the order they began in.</summary>
    public ImmutableArray<DiagramBlock> All =>
        [.. all.Select(b => new DiagramBlock(b.Kind, [.. b.Conditions], b.Within))];

    /// <summary>Takes a line that begins, divides or ends a block.</summary>
    /// <param name="word">Its first word.</param>
    /// <param name="rest">What follows.</param>
    /// <returns>Whether it was one.</returns>
    public bool Take(string word, string rest)
    {
        if (Openers.TryGetValue(word, out var kind))
        {
            var block = new Block(all.Count, word, kind, Around);
            block.Conditions.Add(rest);
            all.Add(block);
            open.Push(block);
            drawn(new DrawnElement.FrameBegins(word.ToLowerInvariant(), rest));
            return true;
        }

        if (!open.TryPeek(out var innermost))
        {
            return false;
        }

        if (Dividers.Contains(word))
        {
            innermost.Conditions.Add(rest);
            drawn(new DrawnElement.BranchBegins(rest));
            return true;
        }

        if (!word.Equals("end", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        open.Pop();
        drawn(new DrawnElement.FrameEnds());
        return true;
    }

    private sealed record Block(int Number, string Word, DiagramBlockKind Kind, ImmutableArray<DiagramBranch> Within)
    {
        public List<string> Conditions { get; } = [];

        public DiagramBranch Branch => new(Number, Conditions.Count - 1);
    }
}
