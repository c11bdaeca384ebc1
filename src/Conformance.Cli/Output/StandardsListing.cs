using System.Globalization;
using Conformance.Scenarios.Ledger;

namespace Conformance.Cli.Output;

/// <summary>Writes the rules behind the suite for people, in lines that fit the console.</summary>
internal sealed class StandardsListing(CliConsole console)
{
    private const int Indent = 30;
    private readonly TextWriter output = console.Out;

    /// <summary>The rules by what they are about, and how many of them are tested.</summary>
    /// <param name="onlyMissing">Whether only those that nothing tests are shown.</param>
    public void Write(bool onlyMissing)
    {
        foreach (var family in StandardsLedger.Families)
        {
            var shown = family.Rules.Where(r => !onlyMissing || !r.IsTested).ToArray();
            if (shown.Length > 0)
            {
                output.WriteLine(family.Name);
                foreach (var rule in shown)
                {
                    Write(rule);
                }

                output.WriteLine();
            }
        }

        var rules = StandardsLedger.Rules.ToArray();
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{rules.Length} rules: {rules.Count(r => r.IsTested)} tested, {rules.Count(r => !r.IsTested)} not tested"
            )
        );
        output.WriteLine("N: a published standard, C: the contract, D: a draft, P: a proposal");
    }

    private void Write(StandardRule rule)
    {
        string[] texts =
        [
            $"{rule.Statement} ({rule.Source})",
            rule.IsTested ? $"Tested by {string.Join(", ", rule.TestedBy)}." : $"Not tested: {rule.Reason}",
        ];
        var head = $"  {rule.Id, -8}{rule.Binding}";
        foreach (var line in texts.SelectMany(text => Wrapping.Lines(text, console.Width - Indent)))
        {
            output.WriteLine($"{head.PadRight(Indent)}{line}");
            head = "";
        }
    }
}
