using System.Diagnostics;
using System.Text;

namespace Conformance.Tests.Cli;

/// <summary>Runs <c>dotnet</c>, or a program, as a process of its own, as users do.</summary>
internal static class ProcessRunner
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <param name="arguments">Arguments of <c>dotnet</c>.</param>
    /// <param name="variables">Variables that are set.</param>
    /// <param name="onLine">Called for each line of output, with the process.</param>
    public static Task<CliAnswer> DotnetAsync(
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? variables = null,
        Action<string, Process>? onLine = null
    ) => RunAsync(Dotnet, "", arguments, variables, onLine);

    /// <param name="program">The program.</param>
    /// <param name="folder">Folder it is started in; empty for that of the tests.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="variables">Variables that are set.</param>
    /// <param name="onLine">Called for each line of output, with the process.</param>
    public static async Task<CliAnswer> RunAsync(
        string program,
        string folder,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? variables = null,
        Action<string, Process>? onLine = null
    )
    {
        var (output, error) = (new StringBuilder(), new StringBuilder());
        using var process = new Process { StartInfo = Start(program, folder, arguments, variables) };
        process.OutputDataReceived += (_, e) => Take(e.Data, output, line => onLine?.Invoke(line, process));
        process.ErrorDataReceived += (_, e) => Take(e.Data, error, _ => { });
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        return new CliAnswer(process.ExitCode, output.ToString(), error.ToString());
    }

    /// <summary>The <c>dotnet</c> that runs the tests.</summary>
    public static string Dotnet { get; } = Environment.ProcessPath is { } path && IsDotnet(path) ? path : "dotnet";

    private static ProcessStartInfo Start(
        string program,
        string folder,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? variables
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A test host's own settings are not those of a process that a user starts.
        foreach (
            var name in start.Environment.Keys.Where(k => k.StartsWith("VSTEST", StringComparison.Ordinal)).ToArray()
        )
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in variables ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static bool IsDotnet(string path) => Path.GetFileNameWithoutExtension(path) == "dotnet";

    private static void Take(string? line, StringBuilder text, Action<string> heard)
    {
        if (line is not null)
        {
            lock (text)
            {
                text.AppendLine(line);
            }

            heard(line);
        }
    }
}
