using System.Text.RegularExpressions;
using Conformance.Scenarios.Ledger;
using Conformance.Tests.Specification;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Coverage;

/// <summary>The ledger of rules tells the truth about the source beside it.</summary>
[TestFixture]
internal sealed partial class StandardsLedgerTests
{
    private static readonly Dictionary<string, HashSet<string>> Mentions = ReadMentions();

    [Test]
    public void Ids_are_unique_and_every_rule_is_a_sentence_with_a_binding_and_a_source()
    {
        StandardsLedger.Rules.Select(r => r.Id).Should().OnlyHaveUniqueItems();
        StandardsLedger
            .Rules.Should()
            .OnlyContain(r => Binding().IsMatch(r.Binding))
            .And.OnlyContain(r => r.Statement.EndsWith('.') && r.Source.Length > 0);
    }

    [Test]
    public void Every_rule_is_tested_or_says_why_not() =>
        StandardsLedger.Rules.Where(r => !r.IsTested && r.Reason is null).Select(r => r.Id).Should().BeEmpty();

    [Test]
    public void A_rule_that_is_referred_to_stands_in_the_ledger()
    {
        var rules = StandardsLedger.Rules.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);

        Mentions
            .Where(m => !rules.Contains(m.Key))
            .Select(m => $"{m.Key}, which {string.Join(", ", m.Value)} refers to")
            .Should()
            .BeEmpty();
    }

    [Test]
    public void What_is_said_to_test_a_rule_is_what_refers_to_it()
    {
        var path = Path.Combine(RepositoryFiles.Root, "src", "Conformance.Scenarios", "Ledger", "testers.txt");
        var now = string.Concat(
            Mentions
                .OrderBy(m => m.Key, StringComparer.Ordinal)
                .Select(m => $"{m.Key} {string.Join(' ', m.Value.Order(StringComparer.Ordinal))}\n")
        );
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            File.WriteAllText(path, now);
        }

        File.ReadAllText(path).ReplaceLineEndings("\n").Should().Be(now, "APPROVE=1 writes the list anew");
    }

    // The names of the source files that refer to a rule: a file is named for its type.
    private static Dictionary<string, HashSet<string>> ReadMentions() =>
        new[] { "Conformance.Scenarios", "Conformance.Verdicts" }
            .Select(project => Path.Combine(RepositoryFiles.Root, "src", project))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Where(file => !OutOfScope().IsMatch(file))
            .SelectMany(file =>
                RuleId()
                    .Matches(File.ReadAllText(file))
                    .Select(m => (Rule: m.Groups[1].Value, Name: Path.GetFileNameWithoutExtension(file)))
            )
            .GroupBy(m => m.Rule, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(m => m.Name).ToHashSet(StringComparer.Ordinal));

    [GeneratedRegex(@"^(MUST|MUST NOT|SHOULD|SHOULD NOT|MAY) [NCDP]( / (MUST|MUST NOT|SHOULD|SHOULD NOT) [NCDP])?$")]
    private static partial Regex Binding();

    [GeneratedRegex(@"""((?:TOK|BRR|JWT|MTL|KEY|IDM|RTL|HTTP|ERR|SEC)-\d\d)""")]
    private static partial Regex RuleId();

    [GeneratedRegex(@"[\\/](obj|bin|Ledger)[\\/]")]
    private static partial Regex OutOfScope();
}
