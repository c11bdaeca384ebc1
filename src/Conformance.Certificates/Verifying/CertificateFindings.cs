using System.Collections.Immutable;

namespace Conformance.Certificates.Verifying;

/// <summary>What was looked at of a certificate, and what is wrong with it.</summary>
/// <param name="Aspects">What was looked at, in order; it ends where nothing further can be believed.</param>
/// <param name="Certificate">What is certified; null when it cannot be believed.</param>
public sealed record CertificateFindings(ImmutableArray<VerifiedAspect> Aspects, VerifiedCertificate? Certificate)
{
    /// <summary>Whether it is genuine, whole, and shown by its evidence.</summary>
    public bool IsValid => Certificate is not null && Aspects.All(a => a.Problems.IsEmpty);
}

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">What it is, for people.</param>
/// <param name="Problems">What is wrong with it; empty when nothing is.</param>
public sealed record VerifiedAspect(string Name, ImmutableArray<string> Problems);

/// <summary>What a certificate says, for those who verified it.</summary>
/// <param name="Result"><c>PASSED</c>, <c>WARNED</c> or <c>FAILED</c>.</param>
/// <param name="Specification">The contract.</param>
/// <param name="Target">Where the target answered.</param>
/// <param name="IssuedAt">When it was issued.</param>
/// <param name="ExpiresAt">How long it holds.</param>
/// <param name="HasExpired">Whether that is over.</param>
/// <param name="Passed">Ids of the cases that passed, with warnings or without.</param>
/// <param name="Skipped">Number of cases that were not carried out, with a reason.</param>
/// <param name="TakenOnTrust">Cases whose verdict rests on what the run wrote down.</param>
/// <param name="Attested">What somebody declares, in sentences.</param>
/// <param name="Manifest">What was run.</param>
public sealed record VerifiedCertificate(
    string Result,
    string Specification,
    string Target,
    DateTimeOffset IssuedAt,
    DateTimeOffset ExpiresAt,
    bool HasExpired,
    ImmutableArray<string> Passed,
    int Skipped,
    ImmutableArray<string> TakenOnTrust,
    ImmutableArray<string> Attested,
    Records.RunManifest Manifest
);
