using Conformance.Specification.Configuration;
using Conformance.Tests.Reports;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Gating;

internal sealed class WaiverReaderTests
{
    [Test]
    public async Task A_waiver_has_requirement_reason_owner_and_last_day()
    {
        var (waivers, problems) = await ReadAsync(
            """
            waivers:
              - requirement: write-note.response.201
                reason: "Known, N-7"
                owner: Ada
                expires: 2027-01-31
            """
        );

        problems.Should().BeEmpty();
        var waiver = waivers.Single();
        (waiver.Requirement, waiver.Reason, waiver.Owner, waiver.Expires)
            .Should()
            .Be(("write-note.response.201", "Known, N-7", "Ada", new DateOnly(2027, 1, 31)));
        waiver.Location.Line.Should().Be(2);
    }

    [TestCase("waivers:\n  - { requirement: a, reason: b, owner: c }", "needs 'expires'")]
    [TestCase("waivers:\n  - { requirement: a, reason: b, expires: 2027-01-31 }", "needs 'owner'")]
    [TestCase("waivers:\n  - { requirement: a, reason: b, owner: c, expires: soon }", "'expires' cannot be 'soon'")]
    [TestCase("waivers:\n  - { requirement: a, reson: b, owner: c, expires: 2027-01-31 }", "unknown key 'reson'")]
    [TestCase("waiver: []", "needs 'waivers'")]
    [TestCase("- a", "the file of waivers")]
    public async Task A_waiver_that_says_less_is_refused_with_its_line(string text, string message)
    {
        var (_, problems) = await ReadAsync(text);

        problems.Select(p => p.Message).Should().Contain(m => m.Contains(message));
        problems.Should().OnlyContain(p => p.Location.Line > 0);
    }

    private static async Task<(
        System.Collections.Immutable.ImmutableArray<Waiver> Waivers,
        System.Collections.Immutable.ImmutableArray<Conformance.Specification.Diagnostics.Diagnostic> Diagnostics
    )> ReadAsync(string text)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("waivers.yaml"), text);
        return WaiverReader.Read(folder.File("waivers.yaml"));
    }
}
