using System.Security.Cryptography;
using System.Text;
using Conformance.Gating;
using Conformance.Verdicts;

namespace Conformance.Records;

/// <summary>Says of a run that is about to start what its record will say, and whether a record is of the same run.</summary>
internal static class RunManifests
{
    /// <summary>The manifest of a run, without the process that carries it out.</summary>
    /// <param name="plan">What is to be done.</param>
    /// <param name="judging">How it is judged.</param>
    public static RunManifest Of(ConformancePlan plan, JudgeContext judging) =>
        new()
        {
            Format = RunManifest.FormatName,
            Version = RunManifest.CurrentVersion,
            Specification = new(
                plan.Specification.Info.Title.Value,
                plan.Specification.Info.Version?.Value,
                plan.Specification.Digest,
                plan.Options.Specification,
                plan.Specification.Files
            )
            {
                IsImported = plan.Options.Loaded is not null,
            },
            ToolVersion = ToolVersion.Current,
            Target = new()
            {
                BaseUrl = judging.IsEmbedded ? null : plan.Options.BaseUrl,
                Environment = plan.Environment.Environment?.Name.Value,
                IsSimulated = judging.IsEmbedded,
                IsInProcess = judging.IsInProcess,
                MovesClock = judging.MovesClock,
            },
            Seed = plan.Options.Seed,
            Explore = plan.Options.Explore,
            Filter = plan.Options.Filter,
            Profile = plan.Profile == ProfileSelection.Full ? null : plan.Profile.Name,
            TestPlan = plan.Options.PlannedIds is { } ids ? [.. ids.Order(StringComparer.Ordinal)] : null,
            IsStrict = plan.Options.IsStrict,
            Shard = plan.Options.Shard?.ToString(),
            HasOwnTargets = plan.Options.OwnTargets,
            Nonce = plan.Options.Nonce,
            CaseIdsSha256 = DigestOf(plan.AllCases.Select(c => c.Id)),
            Planned = [.. plan.Cases.Select(c => c.Id)],
        };

    /// <summary>Lower-case hex SHA-256 over ids of cases, one a line.</summary>
    /// <param name="ids">The ids, in the order of the case list.</param>
    public static string DigestOf(IEnumerable<string> ids) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', ids))));

    /// <summary>In what a record is of another run, for people; null when it is of the same one.</summary>
    /// <param name="recorded">What was recorded.</param>
    /// <param name="now">What is about to run.</param>
    public static string? Difference(RunManifest recorded, RunManifest now)
    {
        (string What, object? Then, object? Now)[] all =
        [
            ("specification (SHA-256)", recorded.Specification.Sha256, now.Specification.Sha256),
            ("version of the tool", recorded.ToolVersion, now.ToolVersion),
            ("target", TargetOf(recorded), TargetOf(now)),
            ("environment", recorded.Target.Environment, now.Target.Environment),
            ("seed", recorded.Seed, now.Seed),
            ("--explore", recorded.Explore, now.Explore),
            ("filter", recorded.Filter, now.Filter),
            ("profile", recorded.Profile, now.Profile),
            ("--strict", recorded.IsStrict, now.IsStrict),
            ("shard", recorded.Shard, now.Shard),
            ("nonce", recorded.Nonce, now.Nonce),
            ("movable clock", recorded.Target.MovesClock, now.Target.MovesClock),
            ("case list (SHA-256 of ids)", recorded.CaseIdsSha256, now.CaseIdsSha256),
            ("selected cases (SHA-256 of ids)", DigestOf(recorded.Planned), DigestOf(now.Planned)),
        ];
        return all.Where(d => !Equals(d.Then, d.Now))
            .Select(d => $"the {d.What} was {d.Then ?? "none"} and is {d.Now ?? "none"}")
            .FirstOrDefault();
    }

    private static string TargetOf(RunManifest manifest) =>
        manifest.Target.IsSimulated
            ? "the built-in simulator"
            : manifest.Target.BaseUrl?.ToString() ?? "in this process";
}
