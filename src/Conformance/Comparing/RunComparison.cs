using System.Collections.Immutable;

namespace Conformance.Comparing;

/// <summary>A case whose verdict is another one in the second run.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Before">Verdict in the first run; <c>absent</c> where it was no case of it.</param>
/// <param name="After">Verdict in the second run; <c>absent</c> likewise.</param>
/// <param name="Detail">New causes of a failure, or the reason of a verdict; null when there is none.</param>
public sealed record ChangedCase(string Id, string Title, string Before, string After, string? Detail);

/// <summary>A case that both targets answered, and answered otherwise.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Before">What the first target answered, step by step.</param>
/// <param name="After">What the second target answered.</param>
public sealed record BehaviouralDifference(string Id, string Title, string Before, string After);

/// <summary>What differs between two runs: of one target at two times, or of two targets.</summary>
public sealed record RunComparison
{
    private const string Absent = "absent";

    /// <summary>The first run.</summary>
    public required SummarizedRun Before { get; init; }

    /// <summary>The second run.</summary>
    public required SummarizedRun After { get; init; }

    /// <summary>Cases that fail in the second run and did not in the first, or did for other causes only.</summary>
    public required ImmutableArray<ChangedCase> NewlyFailing { get; init; }

    /// <summary>Cases that failed in the first run and pass in the second.</summary>
    public required ImmutableArray<ChangedCase> Fixed { get; init; }

    /// <summary>Cases that were decided in the first run, and that the second does not decide.</summary>
    public required ImmutableArray<ChangedCase> NoLongerDecided { get; init; }

    /// <summary>Cases of both runs that were answered with other statuses; limits are compared by whether they are enforced.</summary>
    public required ImmutableArray<BehaviouralDifference> Differences { get; init; }

    /// <summary>Operations that are slower, with 95 % confidence.</summary>
    public required ImmutableArray<SlowerOperation> Slower { get; init; }

    /// <summary>Requirements that a case passed or failed in the first run and none in the second.</summary>
    public required ImmutableArray<string> RequirementsLost { get; init; }

    /// <summary>Requirements that a case passed or failed in the second run only.</summary>
    public required ImmutableArray<string> RequirementsGained { get; init; }

    /// <summary>Whether the runs were of two targets, so that a difference is one between environments.</summary>
    public bool IsOfTwoTargets =>
        (Before.Run.BaseUrl != After.Run.BaseUrl || Before.Run.Environment != After.Run.Environment)
        && !(Before.Run.Simulated && After.Run.Simulated);

    /// <summary>How many cases only one run decided because the other chose other ones; they are not compared.</summary>
    public required int NotCompared { get; init; }

    /// <summary>Whether filter or profile chose other cases in the second run than in the first.</summary>
    public bool IsOfOtherCases => HasOtherCases(Before, After);

    /// <summary>Whether both runs were of the same version of the specification.</summary>
    public bool IsOfOneSpecification => Before.Run.Specification.Sha256 == After.Run.Specification.Sha256;

    /// <summary>Compares two runs.</summary>
    /// <param name="before">The first.</param>
    /// <param name="after">The second.</param>
    public static RunComparison Of(SummarizedRun before, SummarizedRun after)
    {
        var (old, now) = (ById(before), ById(after));
        var (oldCauses, newCauses) = (before.FailureCauses(), after.FailureCauses());
        var both = after.Cases.Where(c => old.ContainsKey(c.Id)).ToArray();
        // What a filter left out is not lost: nobody looked.
        var others = HasOtherCases(before, after);
        var oldRequirements = Decided(before.Cases.Where(c => !others || now.ContainsKey(c.Id)));
        var newRequirements = Decided(after.Cases.Where(c => !others || old.ContainsKey(c.Id)));
        var gone = before.Cases.Where(c => !now.ContainsKey(c.Id) && IsDecided(c)).ToArray();
        var added = after.Cases.Count(c => !old.ContainsKey(c.Id) && IsDecided(c));
        return new RunComparison
        {
            Before = before,
            After = after,
            NewlyFailing =
            [
                .. after
                    .Cases.Where(c => c.Verdict == "failed")
                    .Select(c => (Case: c, New: NewCauses(c.Id, oldCauses, newCauses)))
                    .Where(c => c.New is not null)
                    .Select(c => Changed(c.Case, old, string.Join("; ", c.New!))),
            ],
            Fixed =
            [
                .. both.Where(c => c.Verdict == "passed" && old[c.Id].Verdict == "failed")
                    .Select(c => Changed(c, old, null)),
            ],
            NoLongerDecided =
            [
                .. both.Where(c => !IsDecided(c) && IsDecided(old[c.Id])).Select(c => Changed(c, old, c.Reason)),
                .. others ? [] : gone.Select(c => new ChangedCase(c.Id, c.Title, c.Verdict, Absent, null)),
            ],
            NotCompared = others ? gone.Length + added : 0,
            Differences = [.. both.Select(c => AnswerPattern.Compare(old[c.Id], c)).OfType<BehaviouralDifference>()],
            Slower = SlowerOperation.Between(before, after),
            RequirementsLost = [.. oldRequirements.Except(newRequirements).Order(StringComparer.Ordinal)],
            RequirementsGained = [.. newRequirements.Except(oldRequirements).Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>Causes of a failure that were none before; null when every cause is an old one.</summary>
    /// <param name="id">The failed case.</param>
    /// <param name="before">Causes of the cases that failed before.</param>
    /// <param name="after">Causes of the cases that fail now.</param>
    public static ImmutableHashSet<string>? NewCauses(
        string id,
        ImmutableDictionary<string, ImmutableHashSet<string>> before,
        ImmutableDictionary<string, ImmutableHashSet<string>> after
    )
    {
        if (!before.TryGetValue(id, out var old))
        {
            return after[id];
        }

        var added = after[id].Except(old);
        return added.IsEmpty ? null : added;
    }

    private static ImmutableDictionary<string, SummarizedCase> ById(SummarizedRun run) =>
        run.Cases.ToImmutableDictionary(c => c.Id, StringComparer.Ordinal);

    private static bool HasOtherCases(SummarizedRun before, SummarizedRun after) =>
        before.Run.Filter != after.Run.Filter || before.Run.Profile != after.Run.Profile;

    private static HashSet<string> Decided(IEnumerable<SummarizedCase> cases) =>
        cases.Where(IsDecided).Select(c => c.Requirement.Id).ToHashSet(StringComparer.Ordinal);

    private static bool IsDecided(SummarizedCase of) => of.Verdict is "passed" or "failed";

    private static ChangedCase Changed(
        SummarizedCase now,
        ImmutableDictionary<string, SummarizedCase> old,
        string? detail
    ) => new(now.Id, now.Title, old.GetValueOrDefault(now.Id)?.Verdict ?? Absent, now.Verdict, detail);
}
