using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Conformance.Certificates.Signing;
using Conformance.Certificates.Verifying;
using Conformance.Cli.Arguments;
using Conformance.Cli.Output;
using Conformance.NUnit.InProcess;
using Conformance.Verdicts.Accounting;
using Conformance.Verdicts.Results;

namespace Conformance.Cli.Commands;

/// <summary><c>conformance verify-certificate</c>: verifies a bundle with nothing but a public key.</summary>
internal sealed class VerifyCertificateCommand
{
    private readonly CliConsole console;
    private readonly Argument<string> bundle = SpecificationArgument.CreateRequired(
        "BUNDLE",
        "The folder or the zip archive that conformance certify wrote"
    );
    private readonly Option<string> key = new("--key")
    {
        HelpName = "FILE",
        Required = true,
        Description = "The public key, or certificate, of whoever must have signed it (PEM)",
    };
    private readonly Option<string?> specification = OptionOf.Text(
        "--spec",
        "SPEC",
        "The specification that it must be about, byte for byte"
    );
    private readonly Option<Uri?> expected = OptionOf.Url("--target", "The target that it must be about");
    private readonly Option<string?> nonce = OptionOf.Text(
        "--nonce",
        "TEXT",
        "The number that the run must have carried in every request"
    );
    private readonly Option<int?> sample = OptionOf.Number(
        "--sample",
        "Carry so many random cases that passed out again, against --base-url",
        1,
        1000
    );
    private readonly TargetArguments target = new();

    private VerifyCertificateCommand(CliConsole console) => this.console = console;

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var verify = new VerifyCertificateCommand(console);
        var command = new Command(
            "verify-certificate",
            "Verify a certificate: signature, digests, completeness, and every verdict anew from its evidence."
        )
        {
            verify.bundle,
            verify.key,
            verify.specification,
            verify.expected,
            verify.nonce,
            verify.sample,
        };
        verify.target.AddTo(command);
        command.SetAction(verify.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var publicKey = VerifyingKey.Read(parsed.GetRequiredValue(key));
        if (!publicKey.Succeeded)
        {
            return RefusalWriter.Write(publicKey.Refusal, console);
        }

        string? digest = null;
        if (parsed.GetValue(specification) is { } path)
        {
            var loaded = SpecificationSource.Lint(path, cancellationToken);
            if (loaded.Value?.Specification is not { } contract)
            {
                return RefusalWriter.Write(
                    loaded.Refusal ?? Refusal.Configuration($"The specification '{path}' cannot be read."),
                    console
                );
            }

            digest = contract.Digest;
        }

        var options = new VerifyOptions
        {
            At = console.Time.GetUtcNow(),
            SpecificationSha256 = digest,
            Target = parsed.GetValue(expected),
            Nonce = parsed.GetValue(nonce),
        };
        var verified = CertificateVerification.Verify(
            parsed.GetRequiredValue(bundle),
            publicKey.Value,
            options,
            cancellationToken
        );
        if (!verified.Succeeded)
        {
            return RefusalWriter.Write(verified.Refusal, console);
        }

        var screen = Screen.Of(console, isPlain: false);
        CertificateText.Write(screen, verified.Value);
        if (!verified.Value.IsValid)
        {
            return ExitCodes.RequirementFailed;
        }

        var resampled = parsed.GetValue(sample) is { } count
            ? await SampleAsync(parsed, verified.Value.Certificate!, count, screen, cancellationToken)
            : ExitCodes.Conforming;
        return resampled != ExitCodes.Conforming ? resampled
            : verified.Value.Certificate is { Result: not "FAILED", HasExpired: false } ? ExitCodes.Conforming
            : ExitCodes.GateNotMet;
    }

    // Nobody can tell beforehand which cases those will be.
    private async Task<int> SampleAsync(
        ParseResult parsed,
        VerifiedCertificate certificate,
        int count,
        Screen screen,
        CancellationToken cancellationToken
    )
    {
        if (target.BaseUrl(parsed) is null || parsed.GetValue(specification) is not { } path)
        {
            return RefusalWriter.Write(
                Refusal.Configuration(
                    "--sample needs to know the target and the specification.",
                    "Add --base-url URL --spec SPEC."
                ),
                console
            );
        }

        var bound = target.Bind(parsed, path, console.Variables);
        if (!bound.Succeeded)
        {
            return RefusalWriter.Write(bound.Refusal, console);
        }

        var all = certificate.Passed.ToArray();
        RandomNumberGenerator.Shuffle<string>(all);
        var chosen = all.Take(count).ToImmutableHashSet(StringComparer.Ordinal);
        var run = await WatchedRun.OfAsync(
            console,
            screen,
            isQuiet: true,
            bound.Value with
            {
                Only = chosen,
                Environment = bound.Value.Environment ?? certificate.Manifest.Target.Environment,
                Reports = "none",
                Shrinks = false,
            },
            new InProcessRunner(target.Workers(parsed)),
            cancellationToken
        );
        if (!run.Succeeded)
        {
            return RefusalWriter.Write(run.Refusal, console);
        }

        // A case about the whole run says nothing of a few cases of it.
        var cases = run.Value.Result.Cases.Where(c => c.Case.OverRun is null).ToArray();
        screen.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Carried out again: {cases.Length} cases, {cases.Count(c => c.Verdict is Verdict.Passed)} passed as certified."
            )
        );
        foreach (var other in cases.Where(c => c.Verdict is not Verdict.Passed))
        {
            screen.Line(
                $"  {other.Case.Id} is certified as passed, and {Styles.Name(other.Verdict)} now. {other.Reason}"
            );
        }

        return cases.Any(c => c.Verdict is Verdict.Failed) ? ExitCodes.RequirementFailed
            : cases.Any(c => c.Verdict is not Verdict.Passed) ? ExitCodes.GateNotMet
            : ExitCodes.Conforming;
    }
}
