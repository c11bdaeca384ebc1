using System.IO.Compression;
using System.Xml.Linq;
using Conformance.Tests.Cli;
using Conformance.Tests.Reports;
using Conformance.Tests.Specification;
using NUnit.Framework;

namespace Conformance.Tests.Packages;

/// <summary>A folder with all packages, made once for the tests of this namespace from what is built already.</summary>
[SetUpFixture]
[Parallelizable(ParallelScope.Self)]
public sealed class PackageFeed
{
    private static TemporaryFolder? folder;

    /// <summary>The folder with the packages.</summary>
    internal static string Feed => folder!.File("feed");

    /// <summary>The version that everything has, from the one place where it stands.</summary>
    internal static string Version { get; } =
        XDocument
            .Load(Path.Combine(RepositoryFiles.Root, "Directory.Build.props"))
            .Descendants("Version")
            .Single()
            .Value;

    /// <summary>A fresh folder beside the packages.</summary>
    internal static string FreshFolder(string name) => Directory.CreateDirectory(folder!.File(name)).FullName;

    /// <summary>Opens a package.</summary>
    internal static ZipArchive Open(string id) => ZipFile.OpenRead(Path.Combine(Feed, $"{id}.{Version}.nupkg"));

    [OneTimeSetUp]
    public async Task PackAsync()
    {
        folder = new TemporaryFolder();
        // The tests stand in bin/CONFIGURATION/net10.0; what they are built with is what is packed.
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var solution = Path.Combine(RepositoryFiles.Root, "Conformance.sln");
        var packing = await ProcessRunner.DotnetAsync([
            "pack",
            solution,
            "--no-build",
            "--no-restore",
            "--nologo",
            "-c",
            configuration,
            "-o",
            Feed,
        ]);
        Assert.That(packing.ExitCode, Is.Zero, packing.Out + packing.Error);
    }

    [OneTimeTearDown]
    public void Delete() => folder?.Dispose();
}
