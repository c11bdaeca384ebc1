using System.Management.Automation.Language;
using Conformance.Tests.Specification;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.PowerShell;

/// <summary>What can be said of the script without running it.</summary>
[TestFixture]
internal sealed class ScriptTextTests
{
    private static readonly string[] Parameters =
    [
        "Spec",
        "BaseUrl",
        "Environment",
        "Filter",
        "Seed",
        "Report",
        "OpenReport",
    ];

    private static string Script => Path.Combine(RepositoryFiles.Root, "run-conformance.ps1");

    [Test]
    public void The_script_uses_nothing_that_Windows_PowerShell_lacks() =>
        ScriptRules.Violations(File.ReadAllText(Script)).Should().BeEmpty();

    [TestCase("$a = $b ? 1 : 2", "?: is new")]
    [TestCase("dotnet build && dotnet run", "&& and ||")]
    [TestCase("$a = $b ?? 1", "?? is new")]
    [TestCase("$a ??= 1", "??= is new")]
    [TestCase("${a}?.Length", "?. is new")]
    [TestCase("${a}?[0]", "?[ is new")]
    [TestCase("dotnet build &", "& for the background")]
    [TestCase("dotnet build 2>&1", "redirected errors")]
    [TestCase("Write-Host 'x'", "Write-Host is not on the list")]
    [TestCase("& $program", "$program is not on the list")]
    [TestCase("[System.IO.Path]::Join('a', 'b')", "Join is not in the .NET Framework")]
    [TestCase("if ($IsWindows) { }", "$IsWindows is not set in 5.1")]
    [TestCase("'\u00e9'", "only ASCII is safe")]
    [TestCase("if (", "line 1")]
    public void Every_rule_about_the_script_can_fail(string text, string problem) =>
        ScriptRules.Violations(text).Should().Contain(v => v.Contains(problem));

    [Test]
    public void The_parameters_are_those_that_are_promised() =>
        Ast().ParamBlock.Parameters.Select(p => p.Name.VariablePath.UserPath).Should().Equal(Parameters);

    [Test]
    public void The_help_describes_every_parameter_and_shows_examples()
    {
        var help = Ast().GetHelpContent();
        help.Synopsis.Trim()
            .Should()
            .Be("Runs the conformance suite of an integration specification against a base URL.");
        help.Description.Should().Contain("130 interrupted");
        help.Parameters.Keys.Should().BeEquivalentTo(Parameters.Select(p => p.ToUpperInvariant()));
        help.Parameters.Values.Should().OnlyContain(text => text.Trim().Length > 20);
        help.Examples.Should().HaveCountGreaterThanOrEqualTo(3).And.OnlyContain(e => e.Contains("run-conformance.ps1"));
    }

    [Test]
    public void The_script_says_that_it_needs_5_1_and_no_more() =>
        Ast().ScriptRequirements.RequiredPSVersion.Should().Be(new Version(5, 1));

    private static ScriptBlockAst Ast() => Parser.ParseFile(Script, out _, out _);
}
