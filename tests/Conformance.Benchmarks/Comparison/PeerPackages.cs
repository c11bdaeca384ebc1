using System.Diagnostics;

namespace Conformance.Benchmarks.Comparison;

/// <summary>The peers, installed from npm into <c>artifacts/peers</c>, in pinned versions.</summary>
internal static class PeerPackages
{
    public const string NewmanVersion = "6.2.2";
    public const string PactCore = "20.2.0";
    public const string Redocly = "2.77.0";

    private static string Folder => Path.Combine(Repository.Root, "artifacts", "peers");

    /// <summary>Installs what is missing.</summary>
    public static async Task InstallAsync()
    {
        using var npm = Process.Start(
            "npm",
            [
                "install",
                "--prefix",
                Folder,
                "--no-audit",
                "--no-fund",
                "--loglevel=error",
                $"newman@{NewmanVersion}",
                $"@pact-foundation/pact-core@{PactCore}",
                $"@redocly/cli@{Redocly}",
            ]
        );
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
        {
            throw new InvalidOperationException("npm could not install the peers.");
        }
    }

    /// <summary>Path of a program of the peers.</summary>
    /// <param name="name">Its name.</param>
    public static string Binary(string name) => Path.Combine(Folder, "node_modules", ".bin", name);

    /// <summary>Writes a script where it finds the peers' packages.</summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="text">The script.</param>
    public static string Script(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
