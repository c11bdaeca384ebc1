using System.Text.RegularExpressions;
using Conformance.Scenarios.Requirements;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.Judging;

/// <summary>What makes findings of many cases one finding.</summary>
internal static partial class Cause
{
    /// <summary>
    /// Check, requirement and place; without the step's name, without array positions, and without the status unless
    /// the status itself is what is wrong.
    /// </summary>
    /// <param name="check">Name of the check.</param>
    /// <param name="requirement">The requirement.</param>
    /// <param name="finding">The evidence.</param>
    public static string Of(string check, Requirement requirement, Finding finding)
    {
        var place = finding.Where;
        if (place.StartsWith("step ", StringComparison.Ordinal))
        {
            var response = place.IndexOf("response", StringComparison.Ordinal);
            place = response < 0 ? place : place[response..];
        }

        return $"{check} | {requirement.Id} | {WithoutStatus(FieldPath.WithoutIndices(place))}";
    }

    private static string WithoutStatus(string place) =>
        place.EndsWith("status line", StringComparison.Ordinal) ? place : Status().Replace(place, "response");

    [GeneratedRegex(@"^response \d+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Status();
}
