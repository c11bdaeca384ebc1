using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Conformance.Certificates;
using Conformance.Certificates.Signing;
using Conformance.Cli.Arguments;
using Conformance.Cli.Output;
using Conformance.NUnit.InProcess;
using Conformance.Verdicts.Accounting;

namespace Conformance.Cli.Commands;

/// <summary><c>conformance certify</c>: runs every case under fixed conditions and signs what the run shows.</summary>
internal sealed class CertifyCommand
{
    private readonly CliConsole console;
    private readonly Argument<string?> specification = SpecificationArgument.Create();
    private readonly TargetArguments target = new();
    private readonly Option<string> key = new("--key")
    {
        HelpName = "FILE",
        Required = true,
        Description = "The private key that signs: ECDSA P-256 or Ed25519, PEM or PKCS#12",
    };
    private readonly Option<string?> password = OptionOf.Text(
        "--key-password-env",
        "NAME",
        "Environment variable with the password of the key"
    );
    private readonly Option<string> output = new("--out")
    {
        HelpName = "DIR",
        Required = true,
        Description = "Folder of the bundle; empty, or one that a bundle is in",
    };
    private readonly Option<string?> profile = OptionOf.Text(
        "--profile",
        "NAME",
        "Certify these requirements only: core, or a profile of the specification (all); the certificate says so"
    );
    private readonly Option<string?> nonce = OptionOf.Text(
        "--nonce",
        "TEXT",
        "A witnessed run: the number that the certifier chose; it is sent with every request as X-Conformance-Nonce"
    );
    private readonly Option<string?> attest = OptionOf.Text(
        "--attest",
        "FILE",
        "JSON file in which a named person declares what no test can see; it is listed as attested, never as passed"
    );
    private readonly Option<string?> build = OptionOf.Text(
        "--build",
        "TEXT",
        "What the target runs, as its owner says: the digest of an image, a commit"
    );
    private readonly Option<int?> days = OptionOf.Number("--valid-days", "How many days it holds (90)", 1, 3650);
    private readonly Option<bool> zip = OptionOf.Switch("--zip", "Pack the bundle into one archive as well");
    private readonly Option<bool> quiet = OptionOf.Switch("--quiet", "Print failures and the result only", "-q");

    private CertifyCommand(CliConsole console) => this.console = console;

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var certify = new CertifyCommand(console);
        var command = new Command(
            "certify",
            "Run every case under fixed conditions and sign what the run shows; the exit code is that of run."
        )
        {
            certify.specification,
            certify.key,
            certify.password,
            certify.output,
            certify.profile,
            certify.nonce,
            certify.attest,
            certify.build,
            certify.days,
            certify.zip,
            certify.quiet,
        };
        certify.target.AddTo(command);
        command.SetAction(certify.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var passwordVariable = parsed.GetValue(password);
        if (passwordVariable is not null && !console.Variables.ContainsKey(passwordVariable))
        {
            return RefusalWriter.Write(
                Refusal.Configuration($"{passwordVariable} is not set, and --key-password-env names it."),
                console
            );
        }

        var signing = SigningKey.Read(
            parsed.GetRequiredValue(key),
            passwordVariable is null ? null : console.Variables[passwordVariable]
        );
        if (!signing.Succeeded)
        {
            return RefusalWriter.Write(signing.Refusal, console);
        }

        using var signer = signing.Value;
        var options = new CertifyOptions
        {
            Folder = parsed.GetRequiredValue(output),
            Profile = parsed.GetValue(profile),
            Validity = TimeSpan.FromDays(parsed.GetValue(days) ?? 90),
            Build = parsed.GetValue(build),
            DeclarationsFile = parsed.GetValue(attest),
            Packs = parsed.GetValue(zip),
        };
        var path = SpecificationArgument.Resolve(parsed.GetValue(specification));
        var bound = target.Bind(parsed, path, console.Variables);
        var refusal =
            bound.Refusal
            ?? CertificateIssue.Check(options, console.Time.GetUtcNow())
            ?? CertificateIssue.Prepare(options.Folder);
        return refusal is null
            ? await CertifyAsync(parsed, options, bound.Value!, signer, cancellationToken)
            : RefusalWriter.Write(refusal, console);
    }

    private ImmutableDictionary<string, string> SecretsOf(ParseResult parsed) =>
        parsed.GetValue(password) is { } name && console.Variables.TryGetValue(name, out var value)
            ? ImmutableDictionary<string, string>.Empty.Add(name, value)
            : ImmutableDictionary<string, string>.Empty;

    private async Task<int> CertifyAsync(
        ParseResult parsed,
        CertifyOptions options,
        RunOptions bound,
        SigningKey signer,
        CancellationToken cancellationToken
    )
    {
        var screen = Screen.Of(console, isPlain: false);
        var isQuiet = parsed.GetValue(quiet);
        var run = await WatchedRun.OfAsync(
            console,
            screen,
            isQuiet,
            options.Fix(bound) with
            {
                Nonce = parsed.GetValue(nonce),
                FurtherSecrets = SecretsOf(parsed),
            },
            new InProcessRunner(target.Workers(parsed)),
            cancellationToken
        );
        if (!run.Succeeded)
        {
            return RefusalWriter.Write(run.Refusal, console);
        }

        new RunSummary(screen, run.Value.Result, run.Value.Gate, run.Value.Reports).Write(isQuiet);
        var issued = await CertificateIssue.IssueAsync(
            options,
            run.Value,
            signer,
            console.Time.GetUtcNow(),
            cancellationToken
        );
        if (!issued.Succeeded)
        {
            RefusalWriter.Write(issued.Refusal, console);
            return run.Value.Gate.ExitCode is ExitCodes.Conforming
                ? ExitCodes.UsageOrConfiguration
                : run.Value.Gate.ExitCode;
        }

        screen.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Signed: {issued.Value.Result}, {issued.Value.Path}, until {issued.Value.ExpiresAt:yyyy-MM-dd}, by key {issued.Value.KeyId[..16]}"
            )
        );
        return run.Value.Gate.ExitCode;
    }
}
