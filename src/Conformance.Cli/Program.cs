using Conformance.Cli.Startup;

namespace Conformance.Cli;

/// <summary>The process.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        using var interruption = new Interruption(Environment.Exit);
        if (arguments is ["run", ..])
        {
            RunRehearsal.Begin(interruption.Token);
        }

        return await CliApp.RunAsync(arguments, CliConsole.OfProcess(), interruption.Token);
    }
}
