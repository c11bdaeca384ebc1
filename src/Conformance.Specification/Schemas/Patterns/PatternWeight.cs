namespace Conformance.Specification.Schemas.Patterns;

/// <summary>How large a pattern is once its counts are written out.</summary>
/// <param name="Characters">How many characters it has.</param>
/// <param name="AfterLoop">How many of them come after the first repetition without end; a text may be in any of them at once.</param>
/// <param name="Loops">Whether it has such a repetition.</param>
internal readonly record struct PatternWeight(long Characters, long AfterLoop, bool Loops)
{
    private const long Most = int.MaxValue;

    /// <summary>The weight of a pattern.</summary>
    /// <param name="node">The pattern.</param>
    public static PatternWeight Of(EcmaNode node) =>
        node switch
        {
            EcmaNode.Character => new(1, 0, false),
            EcmaNode.Sequence sequence => sequence.Items.Select(Of).Aggregate(default(PatternWeight), Then),
            EcmaNode.Alternation alternation => alternation.Options.Select(Of).Aggregate(default(PatternWeight), Or),
            EcmaNode.Repetition repetition => Of(repetition.Item).Times(repetition.Min, repetition.Max),
            EcmaNode.Capture capture => Of(capture.Item),
            EcmaNode.Look look => Of(look.Item),
            _ => default,
        };

    private static PatternWeight Then(PatternWeight a, PatternWeight b) =>
        new(
            Math.Min(Most, a.Characters + b.Characters),
            Math.Min(Most, a.AfterLoop + (a.Loops ? b.Characters : b.AfterLoop)),
            a.Loops || b.Loops
        );

    private static PatternWeight Or(PatternWeight a, PatternWeight b) =>
        new(Math.Min(Most, a.Characters + b.Characters), Math.Max(a.AfterLoop, b.AfterLoop), a.Loops || b.Loops);

    private PatternWeight Times(int least, int? most)
    {
        var times = Math.Max(least + 1L, most ?? 0L);
        return new(
            Math.Min(Most, Characters * times),
            Math.Min(Most, Loops ? AfterLoop + Characters * (times - 1) : 0),
            Loops || most is null
        );
    }
}
