using System.Collections.Immutable;
using Conformance.Specification;
using Conformance.Tests.Reports;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Specification.SourceText;

/// <summary>
/// The linter's acceptance test: all blocks of the written text, with the template's head, raise the findings that were
/// expected of them, and nothing else; the specifications made of it raise none that is not accepted with a reason.
/// </summary>
public sealed class SourceTextLintTests
{
    /// <summary>The rules of the catalogue that were marked to fire on the written text.</summary>
    private static readonly string[] Marked =
    [
        .. Ids("DOC", 102, 105, 106, 109, 111),
        .. Ids("AUT", 103, 106, 107, 108, 111, 112),
        .. Ids("HTP", 101, 103, 104, 105, 106, 108, 109, 110, 111, 113, 114, 115),
        .. Ids("ERR", 101, 103, 104, 105, 106, 107),
        .. Ids("IDP", 102, 103, 104, 105, 106),
        .. Ids("RTL", 101, 102, 103, 104, 105, 106, 112),
        .. Ids("WHK", 103, 104, 105, 106, 107, 108, 109, 110, 111),
        .. Ids("SEQ", 102),
        .. Ids("SCN", 101, 102, 103, 104, 105, 106),
        .. Ids("ENV", 101, 102, 103, 104),
        .. Ids("SLA", 101, 102, 104),
    ];

    private static readonly Dictionary<string, string> WronglyMarked = new()
    {
        ["HTP-104"] = "'CUST-12345' is read as alphanumeric with '-', which HTP-119 says",
        ["HTP-105"] = "'max 50 characters, alphanumeric' is in the closed list of phrases, so it is checked",
        ["HTP-108"] = "the dialect knows 'ISO 3166-1 alpha-2' and 'decimal', which HTP-118 says",
        ["ERR-106"] = "all nine retry strategies are in the closed list of phrases",
        ["RTL-102"] = "exceeded_response gives the body of every 429",
        ["SCN-101"] = "'{valid order payload}' and its kin are in the closed list of phrases, so they are carried out",
        ["ENV-101"] = "all three have a base_url; the missing data and credentials are ENV-105, a warning",
    };

    private static readonly Dictionary<string, string> Beyond = new()
    {
        ["DOC-002"] = "the pattern in double quotes is no YAML",
        ["DOC-101"] = "no block has data models",
        ["HTP-117"] = "the example total is not the sum of the example items",
        ["HTP-118"] = "see HTP-108",
        ["HTP-119"] = "see HTP-104",
        ["ENV-105"] = "see ENV-101",
    };

    [Test]
    public void The_written_text_raises_what_was_expected_of_it()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(RepositoryFiles.Fixture("SourceText"), "*.yaml"))
        {
            File.Copy(file, folder.File(Path.GetFileName(file)));
        }

        File.Copy(RepositoryFiles.Fixture("SourceText", "Template", "template.yaml"), folder.File("template.yaml"));
        var found = Linter.Lint(SpecificationLoader.Load(folder.Path)).Select(d => d.Id).Distinct().ToList();

        found.Should().BeEquivalentTo(Marked.Except(WronglyMarked.Keys).Concat(Beyond.Keys));
    }

    [Test]
    public void Sixty_four_rules_were_marked() => Marked.Should().HaveCount(64).And.OnlyHaveUniqueItems();

    [TestCase("orders.yaml")]
    [TestCase("parcels.yaml")]
    public void The_example_specifications_raise_nothing_that_is_not_accepted_with_a_reason(string name)
    {
        var result = Linter.LintAll(SpecificationLoader.Load(RepositoryFiles.Spec(name)));

        result.Diagnostics.Should().BeEmpty();
        result.Suppressed.Should().NotBeEmpty().And.OnlyContain(s => s.Reason.Length > 5);
    }

    private static ImmutableArray<string> Ids(string prefix, params int[] numbers) =>
        [.. numbers.Select(number => $"{prefix}-{number}")];
}
