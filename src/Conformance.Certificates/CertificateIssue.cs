using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using Conformance.Certificates.Bundles;
using Conformance.Certificates.Pages;
using Conformance.Certificates.Signing;
using Conformance.Execution.Secrets;
using Conformance.Records;
using Conformance.Reports.Writing;
using Conformance.Scenarios.Locking;
using Conformance.Verdicts.Accounting;

namespace Conformance.Certificates;

/// <summary>Makes the bundle of a run that is over: evidence, digests, statement, signature, page and badge.</summary>
public static class CertificateIssue
{
    /// <summary>Readies the folder of a bundle; refused when something else is in it.</summary>
    /// <param name="folder">The folder.</param>
    public static Refusal? Prepare(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var name in (string[])["record", "specification"])
            {
                var below = Path.Combine(folder, name);
                if (Directory.Exists(below) && File.Exists(Path.Combine(folder, BundleFiles.Envelope)))
                {
                    Directory.Delete(below, recursive: true);
                }
            }

            foreach (
                var name in (string[])
                    [BundleFiles.Envelope, BundleFiles.Page, BundleFiles.Badge, BundleFiles.ArchiveName]
            )
            {
                File.Delete(Path.Combine(folder, name));
            }

            return Directory.EnumerateFileSystemEntries(folder).FirstOrDefault() is { } other
                ? Refusal.Configuration(
                    $"The folder '{folder}' holds something else than a bundle: {Path.GetFileName(other)}.",
                    "Name an empty folder, or one that a bundle is in."
                )
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refusal.Configuration($"The bundle cannot be written: {e.Message}");
        }
    }

    /// <summary>Looks whether what is declared can be certified, before anything is run.</summary>
    /// <param name="options">How it is certified.</param>
    /// <param name="now">The time.</param>
    public static Refusal? Check(CertifyOptions options, DateTimeOffset now) =>
        Declarations.Read(options.DeclarationsFile, DateOnly.FromDateTime(now.UtcDateTime)).Refusal;

    /// <summary>Judges the record again, and signs what it shows.</summary>
    /// <param name="options">How it is certified.</param>
    /// <param name="run">The run, made with the options that were fixed.</param>
    /// <param name="key">The key.</param>
    /// <param name="now">The time of issue.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The certificate; refused when the evidence does not show what the run says.</returns>
    public static async Task<Attempt<IssuedCertificate>> IssueAsync(
        CertifyOptions options,
        CompletedRun run,
        SigningKey key,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var declarations = Declarations.Read(options.DeclarationsFile, DateOnly.FromDateTime(now.UtcDateTime));
        if (!declarations.Succeeded)
        {
            return declarations.Refusal;
        }

        if (run.Result.WasInterrupted || run.Gate.ExitCode is ExitCodes.UsageOrConfiguration)
        {
            return Refusal.Configuration($"Nothing is certified: {run.Gate.Reason}");
        }

        var record = await RunRecord.ReadAsync(Path.Combine(options.Folder, RunRecord.FolderName), cancellationToken);
        var again = record.Succeeded
            ? Rederivation.Of(record.Value, run.Plan.Specification, run.Plan.AllCases)
            : record.Refusal;
        if (!again.Succeeded)
        {
            return again.Refusal;
        }

        if (again.Value.Disagreements.FirstOrDefault() is { } other)
        {
            return Refusal.Configuration(
                $"Nothing is certified: {again.Value.Disagreements.Count()} cases come to another verdict when they are judged again by what was recorded. {other.CaseId} was {other.Recorded}, and its evidence shows {other.Derived}: {other.Reason}"
            );
        }

        try
        {
            var certified = Describe(options, run, record.Value!, again.Value, declarations.Value.All, now);
            return Write(options, run, record.Value!, certified, key);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refusal.Configuration($"The bundle cannot be written: {e.Message}");
        }
    }

    private static CertifiedRun Describe(
        CertifyOptions options,
        CompletedRun run,
        RunRecord record,
        RederivedRecord again,
        ImmutableArray<Declaration> declarations,
        DateTimeOffset now
    )
    {
        var manifest = record.Manifest;
        return new CertifiedRun
        {
            Version = CertifiedRun.CurrentVersion,
            ToolVersion = manifest.ToolVersion,
            Title = manifest.Specification.Title,
            SpecificationVersion = manifest.Specification.Version,
            SpecificationSha256 = manifest.Specification.Sha256,
            CaseListSha256 = CaseLock.DigestOf(run.Plan.AllCases),
            Cases = run.Plan.Cases.Length,
            Target = manifest.Target.BaseUrl?.ToString(),
            Environment = manifest.Target.Environment,
            Build = options.Build,
            Profile = manifest.Profile,
            Seed = manifest.Seed,
            Nonce = manifest.Nonce,
            StartedAt = manifest.Segments[0].StartedAt,
            FinishedAt = manifest.Segments[^1].EndedAt ?? now,
            IssuedAt = now,
            ExpiresAt = now + options.Validity,
            Attested = declarations,
            TakenOnTrust =
            [
                .. again
                    .Cases.Where(c => c.Basis is RederivationBasis.RememberedSignatures)
                    .Select(c => c.CaseId)
                    .Order(StringComparer.Ordinal),
            ],
        };
    }

    private static IssuedCertificate Write(
        CertifyOptions options,
        CompletedRun run,
        RunRecord record,
        CertifiedRun certified,
        SigningKey key
    )
    {
        var guarded = new GuardedFiles(SecretsOf(run.Plan, key));
        var predicate = StatementWriting.PredicateOf(record.Cases, certified);
        foreach (var (name, file) in SpecificationFiles.Of(run.Plan.Specification, run.Plan.Options.Specification))
        {
            var target = Path.Combine(options.Folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            guarded.Copy(file, target);
        }

        guarded.Write(Path.Combine(options.Folder, BundleFiles.Page), CertificatePage.Of(predicate, key.PublicKey));
        guarded.Write(Path.Combine(options.Folder, BundleFiles.Badge), StatusBadge.Of(predicate));
        var files = BundleFiles.Read(options.Folder).Value!;
        var statement = new Statement
        {
            Type = Statement.StatementType,
            Subject = StatementWriting.SubjectOf(certified),
            PredicateType = Statement.TestResultType,
            Predicate = predicate with
            {
                Configuration =
                [
                    .. files.Contents.Select(f => ResourceDescriptor.Of(f.Key, BundleFiles.DigestOf(f.Value))),
                ],
            },
        };
        var payload = JsonSerializer.SerializeToUtf8Bytes(statement, CertificateJson.Default.Statement);
        guarded.Write(
            Path.Combine(options.Folder, BundleFiles.Envelope),
            JsonSerializer.SerializeToUtf8Bytes(DsseEnvelope.Sign(payload, key), CertificateJson.Default.DsseEnvelope)
        );
        return new IssuedCertificate(
            predicate.Result,
            options.Packs ? Pack(options.Folder, guarded) : options.Folder,
            certified.ExpiresAt,
            key.PublicKey.Id
        );
    }

    private static KnownSecrets SecretsOf(ConformancePlan plan, SigningKey key)
    {
        var secrets = KnownSecrets.Of(plan.Specification, plan.Options.Configuration);
        secrets.AddAll(plan.Options.FurtherSecrets);
        if (key.Secret is { } number)
        {
            secrets.AddKey("the signing key", number);
        }

        return secrets;
    }

    private static string Pack(string folder, GuardedFiles guarded)
    {
        var path = Path.Combine(folder, BundleFiles.ArchiveName);
        var files = BundleFiles.Read(folder).Value!.Contents;
        foreach (var (name, content) in files)
        {
            // What is packed cannot be searched any more.
            guarded.Demand(name, content);
        }

        using var archive = new ZipArchive(guarded.Open(path, FileMode.Create), ZipArchiveMode.Create);
        foreach (var (name, content) in files)
        {
            using var entry = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
            entry.Write(content);
        }

        return path;
    }
}

/// <summary>A certificate that was issued.</summary>
/// <param name="Result"><c>PASSED</c>, <c>WARNED</c> or <c>FAILED</c>.</param>
/// <param name="Path">The bundle.</param>
/// <param name="ExpiresAt">How long it holds.</param>
/// <param name="KeyId">Which key signed it.</param>
public sealed record IssuedCertificate(string Result, string Path, DateTimeOffset ExpiresAt, string KeyId);
