using System.Collections.Immutable;
using Conformance.Merging;
using Conformance.Specification.Model;
using Conformance.Verdicts.Results;

namespace Conformance.Records;

/// <summary>Plans a recorded run once more: the same cases, without a target.</summary>
internal static class RecordedPlan
{
    /// <summary>The plan of all selected cases, those of other parts included; refused when the specification is another one.</summary>
    /// <param name="manifest">What was run.</param>
    /// <param name="options">Where the specification is, and what the whole must show.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static Attempt<ConformancePlan> Of(
        RunManifest manifest,
        MergeOptions options,
        CancellationToken cancellationToken
    )
    {
        var path = options.Specification ?? manifest.Specification.Path;
        if (manifest.Specification.IsImported && options.Loaded is null)
        {
            return Refusal.Configuration(
                $"The specification of the run was made from the document '{path}'.",
                $"Name it as the run did: --openapi {path}."
            );
        }

        var plan = ConformancePlan.Make(
            new RunOptions
            {
                Specification = path,
                Loaded = options.Loaded,
                BaseUrl = manifest.Target.BaseUrl,
                Environment = manifest.Target.Environment,
                Seed = manifest.Seed,
                Explore = manifest.Explore,
                Filter = manifest.Filter,
                PlannedIds = manifest.TestPlan?.ToImmutableHashSet(StringComparer.Ordinal),
                IsStrict = manifest.IsStrict,
                AllowedInconclusive = options.AllowedInconclusive,
                Gate = options.Gate with { Profile = manifest.Profile },
            },
            cancellationToken
        );
        if (!plan.Succeeded)
        {
            return plan.Refusal;
        }

        if (plan.Value.Specification.Digest != manifest.Specification.Sha256)
        {
            return Refusal.Configuration(
                $"The specification '{plan.Value.Options.Specification}' is not the one that was run: its SHA-256 is {plan.Value.Specification.Digest}, and was {manifest.Specification.Sha256}.",
                "Name the specification as it was (--spec)."
            );
        }

        return RunManifests.DigestOf(plan.Value.AllCases.Select(c => c.Id)) == manifest.CaseIdsSha256
            ? plan.Value
            : Refusal.Configuration(
                $"This tool ({ToolVersion.Current}) makes other cases of the specification than the one that ran it ({manifest.ToolVersion}).",
                "Use the same version of the tool."
            );
    }

    /// <summary>The head of reports about a recorded run.</summary>
    /// <param name="manifest">What was run.</param>
    /// <param name="specification">The specification.</param>
    public static RunDescription Describe(RunManifest manifest, IntegrationSpecification specification) =>
        new()
        {
            Specification = specification,
            BaseUrl = manifest.Target.BaseUrl ?? manifest.Segments[0].BaseUrl,
            Environment = manifest.Target.Environment ?? (manifest.Target.IsSimulated ? "simulator" : "none"),
            IsSimulated = manifest.Target.IsSimulated,
            Seed = manifest.Seed,
            Filter = manifest.Filter,
            Profile = manifest.Profile,
            ToolVersion = manifest.ToolVersion,
            StartedAt = manifest.Segments.Min(s => s.StartedAt),
            RunId = manifest.Segments[0].RunId,
        };
}
