using System.Collections.Immutable;
using Conformance.Certificates.Bundles;
using Conformance.Gating;
using Conformance.Records;
using Conformance.Scenarios;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Locking;
using Conformance.Specification.Model;

namespace Conformance.Certificates.Verifying;

/// <summary>The contract that a certificate is about, and the cases that it makes.</summary>
/// <param name="Specification">The specification.</param>
/// <param name="Cases">All its cases that the profile holds.</param>
internal sealed record CertifiedContract(IntegrationSpecification Specification, ImmutableArray<ContractCase> Cases);

/// <summary>Statement, record and the specification in the bundle are about the same contract, and this tool makes the same cases of it.</summary>
internal static class SpecificationRules
{
    public static IEnumerable<string> Problems(
        BundleFiles files,
        Statement statement,
        RunRecord record,
        VerifyOptions options,
        out CertifiedContract? contract,
        CancellationToken cancellationToken
    )
    {
        contract = null;
        var (run, manifest) = (statement.Predicate.Conformance, record.Manifest);
        if (options.SpecificationSha256 is { } expected && expected != run.SpecificationSha256)
        {
            return
            [
                $"The certificate is about another specification: SHA-256 {run.SpecificationSha256}, expected {expected}.",
            ];
        }

        if (SpecificationFiles.Load(files, cancellationToken) is not { } specification)
        {
            return ["The specification in the bundle cannot be read."];
        }

        if (specification.Digest != run.SpecificationSha256 || manifest.Specification.Sha256 != run.SpecificationSha256)
        {
            return
            [
                $"The specification in the bundle is not the one that was run: SHA-256 {specification.Digest}, the statement says {run.SpecificationSha256}, the record {manifest.Specification.Sha256}.",
            ];
        }

        if (manifest.ToolVersion != run.ToolVersion)
        {
            return [$"The record was made by version {manifest.ToolVersion}, the statement says {run.ToolVersion}."];
        }

        var compiling = new CompilerOptions
        {
            Seed = manifest.Seed,
            Explore = manifest.Explore,
            Environment = manifest.Target.Environment is { } name ? specification.FindEnvironment(name) : null,
        };
        var cases = ScenarioCompiler.Compile(specification, compiling);
        if (
            CaseLock.DigestOf(cases) != run.CaseListSha256
            || RunManifests.DigestOf(cases.Select(c => c.Id)) != manifest.CaseIdsSha256
        )
        {
            return
            [
                $"The cases are not those of the specification: this tool ({ToolVersion.Current}) makes other ones of it than the statement (by {run.ToolVersion}) and the record name. Verify with version {run.ToolVersion}.",
            ];
        }

        var profile = ProfileSelection.Find(manifest.Profile, specification, compiling, cases);
        if (!profile.Succeeded)
        {
            return [profile.Refusal.Message];
        }

        contract = new CertifiedContract(specification, profile.Value.Apply(cases));
        return [];
    }
}
