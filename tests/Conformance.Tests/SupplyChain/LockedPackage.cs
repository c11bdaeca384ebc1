using System.Text.Json;
using Conformance.Tests.Specification;

namespace Conformance.Tests.SupplyChain;

/// <summary>A package of a lock file.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Version">The version that is restored.</param>
/// <param name="Digest">Base64 of the SHA-512 that its bytes must have.</param>
internal sealed record LockedPackage(string Id, string Version, string Digest)
{
    /// <summary>The projects' lock files.</summary>
    public static IEnumerable<string> Files =>
        new[] { "src", "tests" }.SelectMany(folder =>
            Directory
                .EnumerateDirectories(Path.Combine(RepositoryFiles.Root, folder))
                .Where(project => Directory.EnumerateFiles(project, "*.csproj").Any())
                .Select(project => Path.Combine(project, "packages.lock.json"))
        );

    /// <summary>The lock file of a project.</summary>
    public static string FileOf(string project) =>
        Files.Single(f => Path.GetFileName(Path.GetDirectoryName(f)) == project);

    /// <summary>What a lock file has, other projects left out.</summary>
    public static IEnumerable<LockedPackage> In(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        return
        [
            .. document
                .RootElement.GetProperty("dependencies")
                .EnumerateObject()
                .SelectMany(framework => framework.Value.EnumerateObject())
                .Where(entry => entry.Value.GetProperty("type").GetString() != "Project")
                .Select(entry => new LockedPackage(
                    entry.Name,
                    entry.Value.GetProperty("resolved").GetString()!,
                    entry.Value.GetProperty("contentHash").GetString()!
                )),
        ];
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Version}";
}
