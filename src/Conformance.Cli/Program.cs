namespace Conformance.Cli;

/// <summary>The process.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        using var interruption = new Interruption(Environment.Exit);
        return await CliApp.RunAsync(arguments, CliConsole.OfProcess(), interruption.Token);
    }
}
