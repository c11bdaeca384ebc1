using System.Globalization;
using Conformance.Certificates.Verifying;
using Conformance.Verdicts.Results;

namespace Conformance.Cli.Output;

/// <summary>Tells what was found of a certificate.</summary>
internal static class CertificateText
{
    private const int MostTrusted = 3;

    /// <summary>Writes it.</summary>
    public static void Write(Screen screen, CertificateFindings findings)
    {
        foreach (var aspect in findings.Aspects)
        {
            var holds = aspect.Problems.IsEmpty;
            screen.Line(
                $"  {(holds ? "ok    " : "WRONG ")}  {aspect.Name}",
                Styles.Of(holds ? Verdict.Passed : Verdict.Failed)
            );
            foreach (var problem in aspect.Problems)
            {
                screen.Line($"            {problem}");
            }
        }

        screen.Line();
        if (!findings.IsValid)
        {
            screen.Line("NOT valid: this certificate proves nothing.", Styles.Of(Verdict.Failed));
            return;
        }

        Write(screen, findings.Certificate!);
    }

    private static void Write(Screen screen, VerifiedCertificate certificate)
    {
        screen.Labelled("contract", certificate.Specification);
        screen.Labelled("target", certificate.Target);
        if (certificate.Manifest.Profile is { } profile)
        {
            screen.Labelled("profile", $"{profile}: only requirements of this profile were tested");
        }

        screen.Labelled(
            "cases",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{certificate.Passed.Length} passed, {certificate.Skipped} skipped"
            )
        );
        screen.Labelled("holds", $"{Day(certificate.IssuedAt)} to {Day(certificate.ExpiresAt)}");
        foreach (var declared in certificate.Attested)
        {
            screen.Labelled("attested", declared);
        }

        if (!certificate.TakenOnTrust.IsEmpty)
        {
            var more = certificate.TakenOnTrust.Length > MostTrusted ? ", ..." : "";
            screen.Labelled(
                "on trust",
                $"{string.Join(", ", certificate.TakenOnTrust.Take(MostTrusted))}{more}: judged with a secret that the evidence does not hold"
            );
        }

        screen.Line();
        var holds = certificate is { Result: not "FAILED", HasExpired: false };
        screen.Line(
            certificate.HasExpired ? $"Genuine, but expired on {Day(certificate.ExpiresAt)}."
                : holds ? $"Valid: {certificate.Result}."
                : "Genuine: it certifies that the target does not conform.",
            Styles.Of(holds ? Verdict.Passed : Verdict.Failed)
        );
    }

    private static string Day(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
