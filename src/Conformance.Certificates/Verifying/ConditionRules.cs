using Conformance.Records;

namespace Conformance.Certificates.Verifying;

/// <summary>The run was carried out under the conditions that hold for all certificates: nobody chose what to leave out.</summary>
internal static class ConditionRules
{
    public static IEnumerable<string> Problems(Statement statement, RunRecord record)
    {
        var (run, manifest) = (statement.Predicate.Conformance, record.Manifest);
        (bool Holds, string Problem)[] conditions =
        [
            (manifest.Filter is null, $"A filter chose the cases: '{manifest.Filter}'."),
            (manifest.TestPlan is null, "A test plan chose the cases."),
            (!manifest.IsStrict, "It was judged more strictly than others are."),
            (record.Cases.All(c => c.Attempts.IsEmpty), "Failed cases were repeated."),
            (manifest.Shard is null, $"It is part {manifest.Shard} of a run."),
            (manifest.Explore == 0, "Random cases were added, which nobody can plan again."),
            (
                manifest.Seed == CertifyOptions.FixedSeed && run.Seed == CertifyOptions.FixedSeed,
                $"The seed is {manifest.Seed}; it is {CertifyOptions.FixedSeed} for all certificates."
            ),
            (manifest.Segments.Length == 1, $"The run was carried out in {manifest.Segments.Length} pieces."),
            (manifest.Segments is [{ WasInterrupted: false, EndedAt: not null }, ..], "The run was interrupted."),
            (
                manifest.Profile == run.Profile,
                $"The run has the profile '{manifest.Profile}', the statement says '{run.Profile}'."
            ),
            (
                manifest.Target.Environment == run.Environment,
                $"The record is of the environment '{manifest.Target.Environment}', the statement says '{run.Environment}'."
            ),
        ];
        return conditions.Where(c => !c.Holds).Select(c => c.Problem);
    }
}
