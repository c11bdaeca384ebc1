using Conformance.Settings;
using Conformance.Tests.Reports;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Run;

/// <summary>Values as people type them.</summary>
public sealed class SettingsTests
{
    [TestCase("500ms", 500)]
    [TestCase("30", 30_000)]
    [TestCase("30s", 30_000)]
    [TestCase("1.5s", 1_500)]
    [TestCase("2m", 120_000)]
    [TestCase("1H", 3_600_000)]
    [TestCase("24h", 86_400_000)]
    public void A_duration_is_read(string text, int milliseconds) =>
        DurationText.Parse(text).Should().Be(TimeSpan.FromMilliseconds(milliseconds));

    [TestCase("")]
    [TestCase("s")]
    [TestCase("-1s")]
    [TestCase("1d")]
    [TestCase("1 h")]
    [TestCase("25h")]
    [TestCase("99999999999999999999")]
    [TestCase("1e3")]
    public void What_is_no_duration_is_not_read_as_one(string text) => DurationText.Parse(text).Should().BeNull();

    [TestCase(0.85, "850 ms")]
    [TestCase(4.23, "4.2 s")]
    [TestCase(200, "3 min 20 s")]
    [TestCase(120, "2 min")]
    [TestCase(3900, "1 h 5 min")]
    public void A_duration_is_written_for_people(double seconds, string text) =>
        DurationText.Of(TimeSpan.FromSeconds(seconds)).Should().Be(text);

    [TestCase("https://api.example.com")]
    [TestCase("http://127.0.0.1:8080/base")]
    public void A_target_url_is_read(string text) => UrlText.Parse(text).Should().Be(new Uri(text));

    [TestCase("api.example.com")]
    [TestCase("/orders")]
    [TestCase("ftp://api.example.com")]
    [TestCase("https://user:password@api.example.com")]
    [TestCase("https://api.example.com?key=1")]
    [TestCase("https://api.example.com#top")]
    public void What_is_no_target_url_is_not_read_as_one(string text) => UrlText.Parse(text).Should().BeNull();

    [Test]
    public void An_allowance_is_a_number_or_all()
    {
        InconclusiveAllowance.Parse("3")!.Count.Should().Be(3);
        InconclusiveAllowance.Parse("all")!.Count.Should().BeNull();
        InconclusiveAllowance.Parse("-1").Should().BeNull();
        InconclusiveAllowance.Parse("some").Should().BeNull();
    }

    [Test]
    public void A_secrets_file_is_read()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("secrets.env");
        File.WriteAllText(
            path,
            "# sandbox\n\nCLIENT_ID=client-1\nexport CLIENT_SECRET = \"a=b c\"\nEMPTY=\nQUOTED='x'\n"
        );

        var secrets = SecretsFile.Read(path).Value!;

        secrets.Should().HaveCount(4);
        secrets["CLIENT_ID"].Should().Be("client-1");
        secrets["CLIENT_SECRET"].Should().Be("a=b c");
        secrets["EMPTY"].Should().BeEmpty();
        secrets["QUOTED"].Should().Be("x");
    }

    [Test]
    public void A_line_that_is_no_assignment_is_refused_with_its_line_and_without_its_text()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("secrets.env");
        File.WriteAllText(path, "CLIENT_ID=client-1\nhunter2-is-the-secret\n");

        var refusal = SecretsFile.Read(path).Refusal!;

        refusal.Message.Should().Be($"{path}:2: this line of the secrets file is not NAME=value.");
        refusal.Message.Should().NotContain("hunter2");
    }

    [Test]
    public void A_secrets_file_that_is_not_there_is_refused() =>
        SecretsFile.Read("/nowhere/secrets.env").Refusal!.Message.Should().StartWith("The secrets file cannot be read");
}
