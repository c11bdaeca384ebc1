using System.Collections.Immutable;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.Judging;

/// <summary>What a check says of what it saw, before the level of its requirement is weighed.</summary>
internal sealed record Judgement
{
    private const int MostFindings = 10;

    private Judgement(CheckOutcome outcome, ImmutableArray<Finding> findings)
    {
        Outcome = outcome;
        Findings = findings;
    }

    /// <summary>The sentence holds.</summary>
    public static Judgement Held { get; } = new(CheckOutcome.Held, []);

    /// <summary>The sentence does not speak of what was seen; nothing is recorded.</summary>
    public static Judgement DoesNotApply { get; } = new(CheckOutcome.Held, []);

    /// <summary>What it came to.</summary>
    public CheckOutcome Outcome { get; }

    /// <summary>Whether the sentence speaks of what was seen.</summary>
    public bool Applies => !ReferenceEquals(this, DoesNotApply);

    /// <summary>The evidence; empty when it held.</summary>
    public ImmutableArray<Finding> Findings { get; }

    /// <summary>Index of the exchange that shows it, when the check looked at several.</summary>
    public int? Exchange { get; init; }

    /// <summary>The sentence does not hold; held when there is no finding.</summary>
    /// <param name="findings">The evidence, one finding for each place.</param>
    public static Judgement Broken(params IReadOnlyCollection<Finding> findings) =>
        findings.Count == 0 ? Held : new(CheckOutcome.Broken, Shortened(findings));

    /// <summary>The sentence holds by a generous reading that the specification neither grants nor denies: a warning.</summary>
    /// <param name="finding">The evidence.</param>
    public static Judgement Doubtful(Finding finding) => new(CheckOutcome.Warned, [finding]);

    /// <summary>What the sentence leaves open, as it was seen.</summary>
    /// <param name="finding">What could have been seen, and what was.</param>
    public static Judgement Observed(Finding finding) => new(CheckOutcome.Observed, [finding]);

    /// <summary>What the sentence speaks of was not seen.</summary>
    /// <param name="where">Where it should have been seen.</param>
    /// <param name="expected">What should have been seen.</param>
    /// <param name="reason">Why nothing can be said.</param>
    /// <param name="fix">What to do so that something can be said.</param>
    public static Judgement NotJudged(string where, string expected, string reason, string fix) =>
        new(CheckOutcome.NotJudged, [new(where, expected, reason, fix)]);

    private static ImmutableArray<Finding> Shortened(IReadOnlyCollection<Finding> findings)
    {
        if (findings.Count <= MostFindings)
        {
            return [.. findings];
        }

        var last = findings.ElementAt(MostFindings - 1);
        var rest = findings.Count - MostFindings;
        return [.. findings.Take(MostFindings - 1), last with { Actual = $"{last.Actual}; and {rest} more like it" }];
    }
}
