using System.Xml.Linq;
using Conformance.Tests.Packages;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.SupplyChain;

public sealed class LicenceTests
{
    private static readonly LockedPackage[] Packages =
    [
        .. LockedPackage.Files.SelectMany(LockedPackage.In).DistinctBy(p => p.ToString()),
    ];

    [Test]
    public void Every_package_may_be_used_by_everybody() =>
        Packages.Select(p => LicencePolicy.Objection(p.ToString(), Nuspec(p))).Should().OnlyContain(o => o == null);

    [TestCase("<license type=\"expression\">GPL-3.0-only</license>", "GPL-3.0-only")]
    [TestCase("<license type=\"expression\">MIT AND Xceed-Community</license>", "MIT AND Xceed-Community")]
    [TestCase("<license type=\"file\">LICENSE.txt</license>", "no licence expression")]
    [TestCase("<licenseUrl>https://licences.example/ours</licenseUrl>", "no licence expression")]
    [TestCase("", "no licence expression")]
    public void A_package_under_another_licence_is_objected_to(string licence, string named) =>
        LicencePolicy
            .Objection("Planted 1.0.0", XDocument.Parse($"<package><metadata>{licence}</metadata></package>"))
            .Should()
            .StartWith($"Planted 1.0.0: {named}; allowed are Apache-2.0");

    [Test]
    public void Exceptions_are_made_only_for_what_is_there_and_needs_one() =>
        LicencePolicy
            .Exceptions.Keys.Should()
            .BeSubsetOf(
                Packages.Where(p => LicencePolicy.Expression(Nuspec(p)) is null or "ISC").Select(p => p.ToString())
            );

    private static XDocument Nuspec(LockedPackage package)
    {
        var id = package.Id.ToLowerInvariant();
        return XDocument.Load(
            Path.Combine(Surroundings.PackagesFolder, id, package.Version.ToLowerInvariant(), $"{id}.nuspec")
        );
    }
}
