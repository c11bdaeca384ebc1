using Conformance.Evolution.Versions;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Evolution;

/// <summary>The version must say what consumers have to expect.</summary>
public sealed class VersionTests
{
    private const string Kept = "read";

    [TestCase("1.2.3", VersionStep.Major, "2.0.0")]
    [TestCase("1.2.3", VersionStep.Minor, "1.3.0")]
    [TestCase("1.2.3", VersionStep.Patch, "1.2.4")]
    [TestCase("1.2.3", VersionStep.None, "1.2.3")]
    [TestCase("0.2.3", VersionStep.Major, "0.3.0")]
    [TestCase("2.0.0-rc.1", VersionStep.Major, "2.0.0")]
    [TestCase("1.3.0-rc.1", VersionStep.Major, "2.0.0")]
    [TestCase("1.2.3+build.5", VersionStep.Patch, "1.2.4")]
    public void The_least_version_that_takes_a_step(string version, VersionStep step, string next) =>
        SemanticVersion.Parse(version)!.Next(step).ToString().Should().Be(next);

    [Test]
    public void Versions_are_ordered_as_semver_orders_them() =>
        new[]
        {
            "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-alpha.beta",
            "1.0.0-beta.2",
            "1.0.0-beta.11",
            "1.0.0",
            "1.0.1",
            "1.10.0",
        }
            .Select(v => SemanticVersion.Parse(v)!)
            .Should()
            .BeInAscendingOrder(Comparer<SemanticVersion>.Create((a, b) => a.CompareTo(b)));

    [TestCase("v1.0.0")]
    [TestCase("1.0")]
    [TestCase("01.0.0")]
    [TestCase("")]
    public void Other_forms_are_no_versions(string text) => SemanticVersion.Parse(text).Should().BeNull();

    [TestCase("1.0.0", "2.0.0", null)]
    [TestCase("1.0.0", "3.1.0", null)]
    [TestCase(
        "1.0.0",
        "1.1.0",
        "version 1.1.0 is a minor step after 1.0.0, but the changes ask for a major step: 2.0.0"
    )]
    [TestCase("1.0.0", "1.0.0", "version 1.0.0 is the same as 1.0.0, but the changes ask for a major step: 2.0.0")]
    [TestCase("0.4.0", "0.5.0", null)]
    [TestCase(
        "0.4.0",
        "0.4.1",
        "version 0.4.1 is a patch step after 0.4.0, but the changes ask for a major step: 0.5.0"
    )]
    [TestCase("2.0.0", "1.0.0", "version 1.0.0 is older than 2.0.0")]
    [TestCase("1.0.0", "next", "'next' is no semantic version")]
    [TestCase("first", "1.0.0", "the old specification has no semantic version to step on from")]
    public void A_breaking_change_asks_for_a_major_step(string old, string now, string? problem) =>
        Contracts.Compare(Contract(old, Kept, "gone"), Contract(now, Kept)).Version.Problem.Should().Be(problem);

    [TestCase("1.0.1", false)]
    [TestCase("1.1.0", true)]
    public void An_addition_asks_for_a_minor_step(string now, bool fits) =>
        Contracts.Compare(Contract("1.0.0", Kept), Contract(now, Kept, "added")).Version.Fits.Should().Be(fits);

    [TestCase("1.0.0", false)]
    [TestCase("1.0.1", true)]
    public void Another_text_asks_for_a_patch(string now, bool fits) =>
        Contracts
            .Compare(
                Contract("1.0.0", Kept),
                Contract(now, Kept).Replace("It is done", "Done", StringComparison.Ordinal)
            )
            .Version.Fits.Should()
            .Be(fits);

    [Test]
    public void Nothing_asks_for_nothing() =>
        Contracts.Compare(Contract("1.0.0", Kept), Contract("1.0.0", Kept)).Version.Fits.Should().BeTrue();

    private static string Contract(string version, params string[] operations) =>
        $"info: {{ title: t, version: \"{version}\" }}\nendpoints:\n"
        + string.Concat(
            operations.Select(o =>
                $"  - endpoint: {{ operation_id: {o}, method: GET, path: /v1/{o}, responses: {{ 200: {{ description: It is done }} }} }}\n"
            )
        );
}
