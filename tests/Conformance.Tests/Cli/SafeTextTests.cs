using Conformance.Cli.Output;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Cli;

/// <summary>What a target sends must not command a terminal or a build server.</summary>
public sealed class SafeTextTests
{
    [TestCase("\u001b[31mred\u001b[0m", "\uFFFD[31mred\uFFFD[0m")]
    [TestCase("bell\a backspace\b null\0 c1\u009b", "bell\uFFFD backspace\uFFFD null\uFFFD c1\uFFFD")]
    [TestCase("right\u202Eleft\u2066isolate", "right\uFFFDleft\uFFFDisolate")]
    [TestCase("::error::gotcha", "\\::error::gotcha")]
    [TestCase("one\n   ::add-mask::x", "one\n   \\::add-mask::x")]
    [TestCase("a ##vso[task.complete] b", "a #\\#vso[task.complete] b")]
    [TestCase("##teamcity[x] ##[group]", "#\\#teamcity[x] #\\#[group]")]
    [TestCase("plain ü 漢 🙂 text\n\tindented", "plain ü 漢 🙂 text\n\tindented")]
    [TestCase("windows\r\nline", "windows\nline")]
    [TestCase("over\rwrite", "over\nwrite")]
    public void It_is_made_harmless(string text, string safe) => SafeText.Of(text).Should().Be(safe);

    [Test]
    public void One_line_stays_one_line() => SafeText.OneLine("a\r\nb\nc").Should().Be("a b c");
}
