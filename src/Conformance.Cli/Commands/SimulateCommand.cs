using System.CommandLine;
using System.Net.Sockets;
using Conformance.Cli.Arguments;
using Conformance.Cli.Output;
using Conformance.Cli.Verification;
using Conformance.Simulator;
using Conformance.Simulator.Faults;
using Conformance.Specification.Model;
using Conformance.Verdicts.Accounting;

namespace Conformance.Cli.Commands;

/// <summary><c>conformance simulate</c>: serves a specification, conforming or with faults.</summary>
internal sealed class SimulateCommand
{
    private readonly CliConsole console;
    private readonly Argument<string?> specification = SpecificationArgument.Create();
    private readonly Option<int?> port = OptionOf.Number(
        "--port",
        "Loopback port; 0 for any that is free (8080)",
        0,
        65535
    );
    private readonly Option<string?> environment = OptionOf.Text(
        "--environment",
        "NAME",
        "The environment that is played"
    );
    private readonly Option<int?> seed = OptionOf.Number("--seed", "Decides generated data (1)", 0);
    private readonly Option<decimal?> timeScale = OptionOf.Factor(
        "--time-scale",
        "How many simulated seconds pass in one real one (1)"
    );
    private readonly Option<Uri?> webhookUrl = OptionOf.Url(
        "--webhook-url",
        $"Where events are delivered, signed with the secret in {SecretVariable}"
    );
    private readonly Option<bool> listFaults = OptionOf.Switch(
        "--list-faults",
        "List the faults that can be switched on"
    );
    private readonly Option<string[]> faults = new("--fault")
    {
        Description = "Switch on a deliberate fault; may be given several times",
        HelpName = "NAME",
        DefaultValueFactory = _ => [],
    };

    private const string SecretVariable = "WEBHOOK_SECRET";

    private SimulateCommand(CliConsole console) => this.console = console;

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var simulate = new SimulateCommand(console);
        var command = new Command("simulate", "Serve a specification on a loopback port until interrupted.")
        {
            simulate.specification,
            simulate.port,
            simulate.environment,
            simulate.seed,
            simulate.timeScale,
            simulate.webhookUrl,
            simulate.faults,
            simulate.listFaults,
        };
        command.SetAction(simulate.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(listFaults))
        {
            return ListFaults();
        }

        var names = parsed.GetRequiredValue(faults);
        if (names.FirstOrDefault(n => FaultCatalog.Find(n) is null) is { } unknown)
        {
            return RefusalWriter.Write(FaultSelection.Unknown(unknown, "--list-faults"), console);
        }

        var loading = SpecificationArgument.Load(parsed.GetValue(specification), cancellationToken);
        if (!loading.Succeeded)
        {
            return RefusalWriter.Write(loading.Refusal, console);
        }

        var contract = loading.Value.Specification!;
        var choice = EnvironmentChoice.Of(contract, parsed.GetValue(environment), baseUrl: null);
        if (!choice.Succeeded)
        {
            return RefusalWriter.Write(choice.Refusal, console);
        }

        var url = parsed.GetValue(webhookUrl);
        if (url is not null && NotDeliverable(contract) is { } refusal)
        {
            return RefusalWriter.Write(refusal, console);
        }

        var options = new SimulatorOptions
        {
            Port = parsed.GetValue(port) ?? 8080,
            Environment = choice.Value.Environment,
            Faults = [.. names],
            TimeScale = parsed.GetValue(timeScale) ?? 1,
            Seed = parsed.GetValue(seed) ?? 1,
            TimeProvider = console.Time,
            Webhooks = url is null ? null : new(url, Secret),
        };
        return await ServeAsync(contract, options, cancellationToken);
    }

    private string Secret => console.Variables.GetValueOrDefault(SecretVariable) ?? "";

    private Refusal? NotDeliverable(IntegrationSpecification contract) =>
        contract.Webhooks is not { Events.IsEmpty: false }
            ? Refusal.Configuration(
                "The specification declares no events that could be delivered.",
                "Declare them under webhooks.events, or leave --webhook-url out."
            )
        : contract.Webhooks.Security is not null && Secret.Length == 0
            ? Refusal.Configuration(
                $"Deliveries are signed, and {SecretVariable} is not set.",
                $"Put the secret that the receiver checks them with into the environment variable {SecretVariable}."
            )
        : null;

    private async Task<int> ServeAsync(
        IntegrationSpecification contract,
        SimulatorOptions options,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using var server = await SimulatorServer.StartAsync(contract, options, cancellationToken);
            Announce(contract, options, server.BaseUrl);
            await Task.Delay(Timeout.InfiniteTimeSpan, console.Time, cancellationToken);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            return RefusalWriter.Write(
                Refusal.Configuration(
                    $"Port {options.Port} cannot be used: {e.Message}",
                    "Choose another with --port."
                ),
                console
            );
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Being interrupted is how serving ends.
        }

        return ExitCodes.Conforming;
    }

    private void Announce(IntegrationSpecification contract, SimulatorOptions options, Uri baseUrl)
    {
        console.Out.WriteLine($"{contract.Info.Title} is served at {baseUrl}");
        console.Out.WriteLine($"  provider states  {new Uri(baseUrl, SimulatorTarget.ProviderStates)}");
        console.Out.WriteLine($"  test clock       {new Uri(baseUrl, SimulatorTarget.TestClock)}");
        foreach (var (name, value) in Credentials(contract))
        {
            console.Out.WriteLine($"  {name, -15}  {value}");
        }

        if (options.Webhooks is { } webhooks)
        {
            console.Out.WriteLine($"  webhooks         {webhooks.Url}");
        }

        foreach (var fault in options.Faults)
        {
            console.Out.WriteLine($"  fault            {fault}: {FaultCatalog.Find(fault)!.Description}");
        }

        console.Out.WriteLine("Ctrl-C ends it.");
        console.Out.Flush();
    }

    // These guard nothing: they are fixed, published, and only good for this server.
    private static IEnumerable<KeyValuePair<string, string>> Credentials(IntegrationSpecification contract) =>
        SimulatorCredentials.ForBothClients(contract).OrderBy(c => c.Key, StringComparer.Ordinal);

    private int ListFaults()
    {
        foreach (var area in FaultCatalog.All.GroupBy(f => f.Area))
        {
            console.Out.WriteLine(area.Key);
            foreach (var fault in area)
            {
                console.Out.WriteLine($"  {fault.Name, -36}  {fault.Description}");
            }
        }

        return ExitCodes.Conforming;
    }
}
