using System.Xml.Linq;
using Conformance.Tests.Specification;

namespace Conformance.Tests.Packages;

/// <summary>What stands around a provider's test project outside this repository.</summary>
internal static class Surroundings
{
    /// <summary>What every new project has.</summary>
    public const string Properties = """
        <Project>
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
        </Project>
        """;

    /// <summary>A test project with the package.</summary>
    public static string TestProject =>
        $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup>
                <PackageReference Include="Conformance.NUnit" Version="{PackageFeed.Version}" />
                <PackageReference Include="Microsoft.AspNetCore.Mvc.Testing" Version="{Ours(
                "Microsoft.AspNetCore.Mvc.Testing"
            )}" />
                <PackageReference Include="Microsoft.NET.Test.Sdk" Version="{Ours("Microsoft.NET.Test.Sdk")}" />
                <PackageReference Include="NUnit3TestAdapter" Version="{Ours("NUnit3TestAdapter")}" />
                <ProjectReference Include="../Conformance.SampleProvider/Conformance.SampleProvider.csproj" />
              </ItemGroup>
            </Project>
            """;

    /// <summary>
    /// Our packages from the feed, unpacked beside it; all others from where the build of this repository has them
    /// already, so that no network is needed and nothing of ours stays behind.
    /// </summary>
    public static string Sources(string feed) =>
        $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{feed}/../unpacked" /></config>
              <packageSources><clear /><add key="here" value="{feed}" /></packageSources>
              <fallbackPackageFolders><clear /><add key="there" value="{PackagesFolder}" /></fallbackPackageFolders>
            </configuration>
            """;

    /// <summary>Where NuGet keeps what it restored.</summary>
    public static string PackagesFolder =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static string Ours(string package) =>
        (string)
            XDocument
                .Load(Path.Combine(RepositoryFiles.Root, "Directory.Packages.props"))
                .Descendants("PackageVersion")
                .Single(e => (string)e.Attribute("Include")! == package)
                .Attribute("Version")!;
}
