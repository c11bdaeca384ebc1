using System.CommandLine;
using Conformance.Cli.Arguments;
using Conformance.Cli.Beginning;
using Conformance.Cli.Output;
using Conformance.Verdicts.Accounting;

namespace Conformance.Cli.Commands;

/// <summary><c>conformance init</c>: a new specification from a few questions, which lints and runs at once.</summary>
internal sealed class InitCommand
{
    private readonly CliConsole console;
    private readonly Argument<string?> file = new("FILE")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "Where it is written (specs/NAME.yaml, by the resource)",
    };
    private readonly Option<string?> resource = OptionOf.Text(
        "--resource",
        "NAME",
        $"What the API is about: {ResourceName.Accepted} (item)"
    );
    private readonly Option<string?> title = OptionOf.Text("--title", "TEXT", "What the document is called");
    private readonly Option<string?> consumer = OptionOf.Text("--consumer", "TEXT", "The system that calls (Client)");
    private readonly Option<string?> provider = OptionOf.Text(
        "--provider",
        "TEXT",
        "The system that answers (the title)"
    );
    private readonly Option<string> authentication = OptionOf.Word(
        "--auth",
        "How the consumer authenticates",
        "oauth2",
        "api-key",
        "jwt",
        "none"
    );
    private readonly Option<Uri?> sandbox = OptionOf.Url("--sandbox-url", "Base URL for tests");
    private readonly Option<Uri?> production = OptionOf.Url("--production-url", "Base URL of the live system");
    private readonly Option<int?> limit = OptionOf.Number(
        "--rate-limit",
        "Requests a minute; 0 for no limit (100)",
        0,
        1_000_000
    );
    private readonly Option<bool> webhooks = OptionOf.Switch("--webhooks", "The provider sends events");
    private readonly Option<bool> yes = OptionOf.Switch("--yes", "Ask nothing: what no option says is assumed", "-y");
    private readonly Option<bool> force = OptionOf.Switch("--force", "Write over a file that is there");

    private InitCommand(CliConsole console) => this.console = console;

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var init = new InitCommand(console);
        var command = new Command(
            "init",
            "Write a new specification, from a few questions or options, that lints and runs at once."
        )
        {
            init.file,
            init.resource,
            init.title,
            init.consumer,
            init.provider,
            init.authentication,
            init.sandbox,
            init.production,
            init.limit,
            init.webhooks,
            init.yes,
            init.force,
        };
        command.SetAction(init.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var questions = new Questions(console, isSilent: parsed.GetValue(yes) || !console.CanAsk);
        var attempt = Answers(parsed, questions);
        if (!attempt.Succeeded)
        {
            return RefusalWriter.Write(attempt.Refusal, console);
        }

        var beginning = attempt.Value;
        var path =
            parsed.GetValue(file) ?? Path.Combine("specs", $"{beginning.Resource.Plural}.yaml").Replace('\\', '/');
        if (File.Exists(path) && !parsed.GetValue(force))
        {
            return RefusalWriter.Write(
                Refusal.Configuration($"'{path}' is there already.", "Name another file, or give --force."),
                console
            );
        }

        var code = await OutputFiles.TryAsync(
            console,
            async () =>
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
                var files = OutputFiles.Guarded(console, specification: null);
                await files.WriteAsync(path, SpecificationDraft.Write(beginning), cancellationToken);
            }
        );
        if (code == ExitCodes.Conforming)
        {
            console.Out.WriteLine($"{path} is written. Next:");
            console.Out.WriteLine($"  conformance lint {path}     what it leaves open");
            console.Out.WriteLine($"  conformance run {path}      its cases, against the built-in simulator");
            console.Out.WriteLine($"  conformance docs {path}     the document that people read");
        }

        return code;
    }

    private Attempt<Beginning.Beginning> Answers(ParseResult parsed, Questions questions)
    {
        var named = questions.Text("What is the API about, in the singular?", parsed.GetValue(resource), "item");
        if (ResourceName.Parse(named) is not { } name)
        {
            return Refusal.Configuration(
                $"'{SafeText.OneLine(named)}' is no name of a resource.",
                $"Give {ResourceName.Accepted}."
            );
        }

        var words = name.PluralWords;
        var called = questions.Text(
            "What is the document called?",
            parsed.GetValue(title),
            $"{char.ToUpperInvariant(words[0])}{words[1..]} API"
        );
        return new Beginning.Beginning
        {
            Resource = name,
            Title = called,
            Consumer = questions.Text("Which system calls?", parsed.GetValue(consumer), "Client"),
            Provider = questions.Text("Which system answers?", parsed.GetValue(provider), called),
            Authentication = questions.Choice(
                "How does the caller authenticate?",
                parsed.GetResult(authentication) is { Implicit: false }
                    ? parsed.GetRequiredValue(authentication)
                    : null,
                ["oauth2", "api-key", "jwt", "none"]
            ) switch
            {
                "api-key" => BeginningAuthentication.ApiKey,
                "jwt" => BeginningAuthentication.Jwt,
                "none" => BeginningAuthentication.None,
                _ => BeginningAuthentication.OAuth2,
            },
            SandboxUrl = Url(
                questions.Url("Base URL for tests?", parsed.GetValue(sandbox), "https://sandbox.example.com")
            ),
            ProductionUrl = Url(
                questions.Url("Base URL of the live system?", parsed.GetValue(production), "https://api.example.com")
            ),
            RequestsPerMinute = questions.Number(
                "How many requests a minute (0 for no limit)?",
                parsed.GetValue(limit),
                100
            ),
            HasWebhooks = parsed.GetValue(webhooks) || questions.Flag("Does the provider send events (webhooks)?"),
            Today = DateOnly.FromDateTime(console.Time.GetUtcNow().UtcDateTime),
        };
    }

    private static string Url(Uri url) => url.AbsoluteUri.TrimEnd('/');
}
