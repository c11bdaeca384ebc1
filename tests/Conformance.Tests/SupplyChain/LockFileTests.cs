using Conformance.Tests.Specification;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.SupplyChain;

/// <summary>What is restored is what was reviewed, wherever it comes from.</summary>
public sealed class LockFileTests
{
    private const int Sha512Bytes = 64;

    [Test]
    public void Every_project_has_one() =>
        LockedPackage.Files.Should().HaveCountGreaterThan(20).And.OnlyContain(f => File.Exists(f));

    [Test]
    public void None_names_the_place_that_packages_come_from() =>
        LockedPackage.Files.Should().OnlyContain(f => !File.ReadAllText(f).Contains("://"));

    [Test]
    public void Every_package_is_held_to_its_bytes() =>
        LockedPackage
            .Files.SelectMany(LockedPackage.In)
            .Should()
            .HaveCountGreaterThan(100)
            .And.OnlyContain(p => Convert.FromBase64String(p.Digest).Length == Sha512Bytes);

    [Test]
    public void The_build_restores_nothing_else() =>
        File.ReadAllLines(Path.Combine(RepositoryFiles.Root, ".ci", "run"))
            .Should()
            .ContainSingle(line => line.StartsWith("dotnet restore"))
            .Which.Should()
            .Be("dotnet restore --locked-mode");
}
