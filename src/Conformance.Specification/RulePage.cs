using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Rules;

namespace Conformance.Specification;

/// <summary>The documentation of one rule. Its examples are those that the rule is tested with.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Examples">Pairs of a specification with the problem and one without; none where a text cannot show it.</param>
/// <param name="Sources">Standards that its rationale rests on; empty for good practice.</param>
public sealed partial record RulePage(
    RuleDescription Rule,
    ImmutableArray<RulePageExample> Examples,
    ImmutableArray<string> Sources
)
{
    /// <summary>Whether a finding may be accepted or switched off: what could not be read stays unread.</summary>
    public bool IsAcceptable => Rule.Severity != Severity.Error || !LoaderRules.All.Contains(Rule);

    /// <summary>The page of a rule, or null when there is none with that id.</summary>
    /// <param name="id">For example <c>DOC-102</c>, any case.</param>
    public static RulePage? Of(string id)
    {
        var rule = Linter.Rules.FirstOrDefault(r => r.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
        return rule is null
            ? null
            : new RulePage(
                rule,
                [.. RuleExample.Of(rule.Id).Select(e => new RulePageExample(e.Bad, e.Good))],
                [.. Source().Matches(rule.Rationale).Select(m => m.Value).Distinct()]
            );
    }

    [GeneratedRegex(
        @"RFC \d+( section [\d.]*\d)?|OWASP API\d+:2023|ISO \d+|IETF draft|IANA|Standard Webhooks|best practice: [\w ]+\w",
        RegexOptions.CultureInvariant,
        10_000
    )]
    private static partial Regex Source();
}

/// <summary>YAML with a problem, and the same without.</summary>
/// <param name="Bad">What the rule finds.</param>
/// <param name="Good">The repaired text.</param>
public sealed record RulePageExample(string Bad, string Good);
