using System.Collections.Immutable;
using Conformance.Evolution;
using Conformance.Specification;
using Conformance.Specification.Diagnostics;

namespace Conformance.Cli.Output;

/// <summary>Lint rules for people.</summary>
internal static class RuleText
{
    /// <summary>One line each.</summary>
    public static void WriteAll(ImmutableArray<RuleDescription> rules, TextWriter output)
    {
        foreach (var rule in rules)
        {
            output.WriteLine($"{rule.Id}  {Word(rule.Severity), -7}  {rule.Title}");
        }

        output.WriteLine();
        output.WriteLine($"{rules.Length} rules; 'conformance rules ID' explains one.");
    }

    /// <summary>The rules of comparison, one line each.</summary>
    public static void WriteAll(ImmutableArray<EvolutionRuleDescription> rules, TextWriter output)
    {
        output.WriteLine();
        foreach (var rule in rules)
        {
            output.WriteLine($"{rule.Id}  {"diff", -7}  {rule.Title}");
        }

        output.WriteLine();
        output.WriteLine($"{rules.Length} rules of 'conformance diff'.");
    }

    /// <summary>The page of one rule of comparison.</summary>
    public static void Write(EvolutionRulePage page, TextWriter output)
    {
        output.WriteLine($"{page.Rule.Id} (diff): {page.Rule.Title}");
        output.WriteLine();
        Paragraph("Why", page.Rule.Rationale, output);
        output.WriteLine();
        Example("Old:", page.Old, output);
        Example("Found:", page.Bad, output);
        Example("Compatible:", page.Good, output);
    }

    /// <summary>The page of one rule.</summary>
    public static void Write(RulePage page, TextWriter output)
    {
        var rule = page.Rule;
        output.WriteLine($"{rule.Id} ({Word(rule.Severity)}): {rule.Title}");
        output.WriteLine();
        Paragraph("Why", rule.Rationale, output);
        Paragraph("Fix", rule.Fix, output);
        Paragraph("Source", page.Sources.IsEmpty ? "good practice" : string.Join(", ", page.Sources), output);
        Paragraph("Run", Effect(rule), output);
        foreach (var example in page.Examples)
        {
            output.WriteLine();
            Example("Bad:", example.Bad, output);
            Example("Good:", example.Good, output);
        }

        output.WriteLine();
        if (!page.IsAcceptable)
        {
            output.WriteLine("It can be neither accepted nor switched off: what is not read is not tested.");
            return;
        }

        output.WriteLine($"Accept one finding:   # conformance: ignore {rule.Id} REASON");
        output.WriteLine($"Change it everywhere: .conformance.yaml with  rules: {{ {rule.Id}: off }}");
    }

    private static string Effect(RuleDescription rule) =>
        rule.Severity == Severity.Error && !rule.IsAdvisory
            ? "a specification with such an error is not run"
            : "does not keep a specification from being run";

    private static void Paragraph(string name, string text, TextWriter output) =>
        output.WriteLine($"{name + ":", -8}{text}");

    private static void Example(string title, string yaml, TextWriter output)
    {
        output.WriteLine(title);
        foreach (var line in yaml.TrimEnd().Split('\n'))
        {
            output.WriteLine($"    {line}".TrimEnd());
        }
    }

    private static string Word(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "info",
        };
}
