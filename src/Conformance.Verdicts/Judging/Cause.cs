using Conformance.Scenarios.Requirements;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.Judging;

/// <summary>What makes findings of many cases one finding.</summary>
internal static class Cause
{
    /// <summary>Check, requirement and place; without the step's name and without array positions.</summary>
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

        return $"{check} | {requirement.Id} | {FieldPath.WithoutIndices(place)}";
    }
}
