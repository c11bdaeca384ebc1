using Conformance.Specification;
using Conformance.Specification.Configuration;
using Conformance.Specification.Diagnostics;
using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace Conformance.Tests.Specification.Rules;

/// <summary>Findings are accepted where they are, with a reason, and not longer than they exist.</summary>
public sealed class SuppressionTests
{
    private static readonly DateTimeOffset Today = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void A_comment_at_the_end_of_the_line_accepts_a_finding_with_its_reason()
    {
        var result = Lint("info: { title: t, status: Odd } # conformance: ignore DOC-106 our own word");

        result.Diagnostics.Should().NotContain(d => d.Id == "DOC-106" || d.Id.StartsWith("SUP"));
        var accepted = result.Suppressed.Should().ContainSingle().Subject;
        accepted.Reason.Should().Be("our own word");
        accepted.Diagnostic.Id.Should().Be("DOC-106");
        accepted.Comment.Column.Should().Be(33);
    }

    [Test]
    public void A_comment_of_its_own_accepts_findings_of_the_next_line_behind_blanks_and_comments()
    {
        var result = Lint(
            "info:\n  title: t\n  # conformance: ignore DOC-106 ours\n\n  # a status\n  status: Odd\n  version: one\n"
        );

        result.Diagnostics.Select(d => d.Id).Should().Contain("DOC-104").And.NotContain("DOC-106");
    }

    [Test]
    public void Several_rules_are_accepted_at_once()
    {
        var result = Lint(
            "info: { title: t, status: Odd, version: one } # conformance: ignore DOC-104, DOC-106 a draft"
        );

        result.Suppressed.Select(s => s.Diagnostic.Id).Should().BeEquivalentTo("DOC-104", "DOC-106");
    }

    [Test]
    public void A_whole_file_is_accepted_with_ignore_file()
    {
        var result = Lint("# conformance: ignore-file DOC-106 ours\ninfo:\n  title: t\n  status: Odd\n");

        result.Diagnostics.Should().NotContain(d => d.Id == "DOC-106" || d.Id.StartsWith("SUP"));
    }

    [Test]
    public void The_sign_within_a_text_is_no_comment()
    {
        var result = Lint("info:\n  title: |\n    # conformance: ignore DOC-106 x\n  status: Odd\n");

        result.Diagnostics.Should().Contain(d => d.Id == "DOC-106").And.NotContain(d => d.Id.StartsWith("SUP"));
    }

    [TestCase("# conformance: ignore DOC-106")]
    [TestCase("# conformance: ignore status ours")]
    [TestCase("# conformance: ignroe DOC-106 ours")]
    [TestCase("# conformance: ignore DOC-106 until tomorrow ours")]
    [TestCase("# conformance: ignore DOC-996 ours")]
    public void A_suppression_without_a_rule_or_a_reason_is_an_error_and_accepts_nothing(string comment)
    {
        var result = Lint($"{comment}\ninfo: {{ title: t, status: Odd }}\n");

        result.Diagnostics.Should().Contain(d => d.Id == "DOC-106");
        var finding = result.Diagnostics.Should().ContainSingle(d => d.Id == "SUP-101").Subject;
        (finding.Location.Line, finding.Location.Column, finding.Severity).Should().Be((1, 1, Severity.Error));
        Linter.StopsRun(finding).Should().BeFalse("what is written can be run all the same");
    }

    [Test]
    public void A_suppression_that_accepts_nothing_is_a_finding()
    {
        var result = Lint("info: { title: t, status: Draft } # conformance: ignore DOC-106 ours\n");

        result.Diagnostics.Should().ContainSingle(d => d.Id == "SUP-102").Which.Message.Should().Contain("DOC-106");
    }

    [TestCase("2026-03-01", false)]
    [TestCase("2026-02-28", true)]
    public void A_suppression_holds_up_to_its_day(string until, bool isExpired)
    {
        var result = Lint($"info: {{ title: t, status: Odd }} # conformance: ignore DOC-106 until {until} ours\n");

        result.Diagnostics.Any(d => d.Id == "DOC-106").Should().Be(isExpired);
        result.Diagnostics.Any(d => d.Id == "SUP-103").Should().Be(isExpired);
        result.Diagnostics.Should().NotContain(d => d.Id == "SUP-102");
    }

    [Test]
    public void What_cannot_be_read_cannot_be_accepted()
    {
        var result = Lint("info: { title: t, titel: x } # conformance: ignore DOC-103 ours\n");

        result.Diagnostics.Should().Contain(d => d.Id == "DOC-103");
    }

    private static LintResult Lint(string text) =>
        Linter.LintAll(
            SpecificationLoader.LoadText("x.yaml", text),
            new LintOptions { Configuration = LintConfiguration.Default, Clock = new FakeTimeProvider(Today) }
        );
}
