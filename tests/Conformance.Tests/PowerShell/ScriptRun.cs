using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Conformance.Tests.Reports;
using Conformance.Tests.Specification;

namespace Conformance.Tests.PowerShell;

/// <summary>
/// Runs the script in this process, in a folder of its own with a space in its name, where the only programs are
/// recording stand-ins. The environment is the process's, so fixtures that use this must not run beside others.
/// </summary>
internal sealed class ScriptRun : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string root;
    private readonly string programs;

    public ScriptRun()
    {
        root = Directory.CreateDirectory(folder.File("a working copy")).FullName;
        programs = Directory.CreateDirectory(folder.File("bin")).FullName;
        File.Copy(Path.Combine(RepositoryFiles.Root, "run-conformance.ps1"), ScriptPath);
    }

    /// <summary>Where reports are expected.</summary>
    public string Reports => Path.Combine(root, "reports");

    /// <summary>What the script wrote to the console.</summary>
    public string Output { get; private set; } = "";

    /// <summary>Makes a program that records its arguments.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="body">What it does besides, in the language of /bin/sh.</param>
    public void AddProgram(string name, string body)
    {
        var file = Path.Combine(programs, name);
        File.WriteAllText(
            file,
            $$"""
            #!/bin/sh
            { printf '%s\n' '=='; for a in "$@"; do printf '<%s>\n' "$a"; done; } >> '{{LogOf(name)}}'
            {{body}}

            """
        );
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>The arguments of every call of a program.</summary>
    public IReadOnlyList<string[]> CallsOf(string name) =>
        File.Exists(LogOf(name))
            ?
            [
                .. File.ReadAllText(LogOf(name))
                    .Split("==\n")
                    .Skip(1)
                    .Select(call => call.Split('\n').SkipLast(1).Select(line => line[1..^1]).ToArray()),
            ]
            : [];

    /// <summary>Runs the script.</summary>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="preferences">Variables the user's session has set.</param>
    /// <returns>The exit code.</returns>
    public int Invoke(
        IReadOnlyDictionary<string, object?> parameters,
        IReadOnlyDictionary<string, object?>? preferences = null
    )
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        foreach (var (name, value) in preferences ?? new Dictionary<string, object?>())
        {
            runspace.SessionStateProxy.SetVariable(name, value);
        }

        using var shell = System.Management.Automation.PowerShell.Create(runspace);
        var command = new Command(ScriptPath, isScript: false);
        foreach (var (name, value) in parameters)
        {
            command.Parameters.Add(name, value);
        }

        shell.Commands.AddCommand(command);
        var output = new List<PSObject>();
        Output = InItsEnvironment(() => shell.Invoke(null, output));
        return (int)runspace.SessionStateProxy.GetVariable("LASTEXITCODE");
    }

    public void Dispose() => folder.Dispose();

    private string ScriptPath => Path.Combine(root, "run-conformance.ps1");

    private string LogOf(string name) => folder.File($"{name}.log");

    private string InItsEnvironment(Action action)
    {
        var (path, output, errors) = (Environment.GetEnvironmentVariable("PATH"), Console.Out, Console.Error);
        using var written = new StringWriter();
        try
        {
            Environment.SetEnvironmentVariable("PATH", programs);
            Console.SetOut(written);
            Console.SetError(written);
            action();
            return written.ToString();
        }
        finally
        {
            Environment.SetEnvironmentVariable("PATH", path);
            Console.SetOut(output);
            Console.SetError(errors);
        }
    }
}
