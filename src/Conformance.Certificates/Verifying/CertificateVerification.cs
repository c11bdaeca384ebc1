using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Certificates.Bundles;
using Conformance.Certificates.Signing;
using Conformance.Records;

namespace Conformance.Certificates.Verifying;

/// <summary>
/// Verifies a bundle with nothing but a public key: signature, digests, completeness, and every verdict anew from its
/// evidence. No target is asked, and whoever made the bundle is not believed further than the evidence reaches.
/// </summary>
public static class CertificateVerification
{
    /// <summary>Verifies a bundle.</summary>
    /// <param name="path">A folder, or a zip archive.</param>
    /// <param name="key">The public key of whoever must have signed it.</param>
    /// <param name="options">What is expected of it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What is wrong with it; refused only when there is no bundle to look at.</returns>
    public static Attempt<CertificateFindings> Verify(
        string path,
        VerifyingKey key,
        VerifyOptions options,
        CancellationToken cancellationToken
    )
    {
        var files = BundleFiles.Read(path);
        if (!files.Succeeded)
        {
            return files.Refusal;
        }

        if (!files.Value.Contents.TryGetValue(BundleFiles.Envelope, out var envelope))
        {
            return Refusal.Configuration($"There is no {BundleFiles.Envelope} in '{path}', so it is no bundle.");
        }

        return Verify(files.Value, envelope, key, options, cancellationToken);
    }

    private static CertificateFindings Verify(
        BundleFiles files,
        byte[] envelope,
        VerifyingKey key,
        VerifyOptions options,
        CancellationToken cancellationToken
    )
    {
        var aspects = ImmutableArray.CreateBuilder<VerifiedAspect>();

        // First who says it, then whether the bytes are those that were signed: until then nothing in them counts.
        if (!Look("signature", SignatureProblems(envelope, key, out var statement)))
        {
            return new(aspects.ToImmutable(), null);
        }

        if (
            !Look("files of the bundle", FileRules.Problems(files, statement!))
            || !Look("record", RecordProblems(files, out var record))
            || !Look(
                "specification",
                SpecificationRules.Problems(files, statement!, record!, options, out var contract, cancellationToken)
            )
        )
        {
            return new(aspects.ToImmutable(), null);
        }

        Look("conditions", ConditionRules.Problems(statement!, record!));
        Look("completeness", CompletenessRules.Problems(statement!, record!, contract!));
        Look("verdicts, judged again by the evidence", EvidenceRules.VerdictProblems(statement!, record!, contract!));
        Look("target", TargetRules.Problems(statement!, record!, options));
        Look("times", TimeRules.Problems(statement!, record!, options));
        Look("nonce", NonceRules.Problems(statement!, record!, options));
        Look("declarations", DeclarationRules.Problems(statement!));
        return new(aspects.ToImmutable(), Summary(statement!, record!, options));

        bool Look(string name, IEnumerable<string> problems)
        {
            var aspect = new VerifiedAspect(name, [.. problems]);
            aspects.Add(aspect);
            return aspect.Problems.IsEmpty;
        }
    }

    private static IEnumerable<string> SignatureProblems(byte[] content, VerifyingKey key, out Statement? statement)
    {
        statement = null;
        if (DsseEnvelope.Read(content) is not { PayloadBytes: { } payload } envelope)
        {
            return [$"{BundleFiles.Envelope} is no DSSE envelope."];
        }

        if (envelope.Signatures.IsDefaultOrEmpty)
        {
            return ["The statement is not signed."];
        }

        if (!envelope.IsSignedBy(key))
        {
            return
            [
                $"The signature is not by this key ({key.Algorithm}, {key.Id[..16]}...), or the statement was changed after it was signed.",
            ];
        }

        if (envelope.PayloadType != DsseEnvelope.InTotoType)
        {
            return [$"What is signed is '{envelope.PayloadType}', and no in-toto statement."];
        }

        try
        {
            statement = JsonSerializer.Deserialize(payload, CertificateJson.Default.Statement);
        }
        catch (JsonException e)
        {
            return [$"What is signed is no certificate: {e.Message}"];
        }

        return
            statement
                is { Type: Statement.StatementType, PredicateType: Statement.TestResultType }
                    and { Predicate.Conformance.Version: CertifiedRun.CurrentVersion }
            ? []
            : ["What is signed is no certificate of this form: another kind of statement, or another version."];
    }

    private static IEnumerable<string> RecordProblems(BundleFiles files, out RunRecord? record)
    {
        var manifest = RunRecord.ReadManifest(files.Contents[BundleFiles.Manifest]);
        var read = manifest.Succeeded
            ? RunRecord.Read("record", manifest.Value, files.Contents[BundleFiles.Lines])
            : manifest.Refusal;
        record = read.Value;
        return read.Refusal is { } refusal ? [refusal.Message]
            : read.Value!.IsTorn ? [$"{BundleFiles.Lines} ends with half a line."]
            : [];
    }

    private static VerifiedCertificate Summary(Statement statement, RunRecord record, VerifyOptions options)
    {
        var (predicate, run) = (statement.Predicate, statement.Predicate.Conformance);
        return new VerifiedCertificate(
            predicate.Result,
            $"{run.Title} {run.SpecificationVersion}".TrimEnd(),
            run.Target ?? "the built-in simulator",
            run.IssuedAt,
            run.ExpiresAt,
            run.ExpiresAt <= options.At,
            predicate.PassedTests.AddRange(predicate.WarnedTests),
            predicate.SkippedTests.Length,
            run.TakenOnTrust,
            [
                .. run.Attested.Select(d =>
                    $"{d.Requirement}: {d.Statement} ({d.DeclaredBy}{(d.Role is null ? "" : $", {d.Role}")}, {d.Date:yyyy-MM-dd})"
                ),
            ],
            record.Manifest
        );
    }
}
