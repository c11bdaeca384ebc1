using System.Collections.Immutable;
using Conformance.Execution.Recording;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.RunWide;

/// <summary>What a sentence about the whole run comes to, with the exchanges that show it.</summary>
/// <param name="Judgement">What it comes to.</param>
/// <param name="Evidence">Exchanges that show it, the telling one last; empty when it held.</param>
internal sealed record RunJudgement(Judgement Judgement, ImmutableArray<Exchange> Evidence)
{
    private const int MostEvidence = 6;

    /// <summary>It held.</summary>
    public static RunJudgement Held { get; } = new(Judgement.Held, []);

    /// <summary>Nothing that the sentence speaks of was seen.</summary>
    /// <param name="expected">What should have been seen.</param>
    /// <param name="reason">What was seen instead.</param>
    public static RunJudgement NothingSeen(string expected, string reason) =>
        new(
            Judgement.NotJudged(
                "all exchanges of the run",
                expected,
                reason,
                "run the cases that show it beside this one"
            ),
            []
        );

    /// <summary>It did not hold; held when there is no finding.</summary>
    /// <param name="findings">One for each place, with the exchanges that show it.</param>
    public static RunJudgement Broken(
        IReadOnlyCollection<(Finding Finding, ImmutableArray<Exchange> Shown)> findings
    ) =>
        findings.Count == 0
            ? Held
            : new(
                Judgement.Broken([.. findings.Select(f => f.Finding)]),
                [.. findings.SelectMany(f => f.Shown).Distinct().Take(MostEvidence)]
            );
}

/// <summary>
/// A sentence that holds for the exchanges of a run taken together. Its name is the sentence, and that of the
/// expectation it judges. One instance lives as long as one run; it keeps a digest whose size is bounded however many
/// cases there are. Not thread-safe: <see cref="RunJudge"/> calls it one exchange at a time.
/// </summary>
internal abstract class RunInvariant
{
    /// <summary>Name of the invariant.</summary>
    public string Name => GetType().Name;

    /// <summary>Takes notice of an answered exchange with the API.</summary>
    /// <param name="seen">The exchange.</param>
    public abstract void Observe(SeenExchange seen);

    /// <summary>Takes notice of a request to the API that got no whole answer.</summary>
    /// <param name="seen">The case.</param>
    /// <param name="exchange">The exchange; it has a failure.</param>
    public virtual void ObserveFailure(SeenCase seen, Exchange exchange)
    {
        // Most sentences are about answers.
    }

    /// <summary>Takes notice of a delivery that the target sent.</summary>
    /// <param name="delivery">The delivery.</param>
    public virtual void Observe(SeenDelivery delivery)
    {
        // Most sentences are about answers.
    }

    /// <summary>Judges what was seen.</summary>
    /// <param name="moments">When the target's state or clock was changed on purpose.</param>
    public abstract RunJudgement Conclude(ControlMoments moments);
}
