using System.Globalization;
using Conformance.Scenarios.Inventory;
using Conformance.Scenarios.Requirements;

namespace Conformance.Cli.Output;

/// <summary>How many requirements of each level and basis are tested.</summary>
internal static class CoverageTotals
{
    /// <summary>A table of plain text.</summary>
    public static void Write(RequirementCoverage coverage, TextWriter output)
    {
        output.WriteLine("                      total   tested   not tested   without a reason");
        foreach (
            var group in coverage
                .Requirements.GroupBy(r => (r.Requirement.Level, r.Requirement.Basis))
                .OrderBy(g => g.Key.Level)
                .ThenBy(g => g.Key.Basis)
        )
        {
            var (level, basis) = group.Key;
            var name = $"{level.ToString().ToUpper(CultureInfo.InvariantCulture), -6} {Letter(basis)} ({Word(basis)})";
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name, -20} {group.Count(), 6} {group.Count(r => r.IsTested), 8} {group.Count(r => !r.IsTested), 12} {group.Count(r => r.IsGap), 18}"
                )
            );
        }
    }

    /// <summary>The letter that stands for a basis.</summary>
    public static char Letter(RequirementBasis basis) =>
        basis switch
        {
            RequirementBasis.Standard => 'N',
            RequirementBasis.Contract => 'C',
            RequirementBasis.Draft => 'D',
            _ => 'P',
        };

#pragma warning disable CA1308 // A word in a sentence.
    private static string Word(RequirementBasis basis) => basis.ToString().ToLowerInvariant();
#pragma warning restore CA1308
}
