using System.Text.RegularExpressions;
using Conformance.Scenarios.Requirements;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.Judging;

/// <summary>
/// What makes findings of many cases one finding: what there is to repair, not how often it was met. Steps, array
/// positions and statuses make no difference, unless the status itself is what is wrong.
/// </summary>
internal static partial class Cause
{
    private const string Header = "response, header ";
    private const int MostOfValue = 60;

    /// <summary>The cause of what an expectation of a case found: a case is about one requirement.</summary>
    /// <param name="check">Name of the check.</param>
    /// <param name="requirement">The requirement.</param>
    /// <param name="finding">The evidence.</param>
    public static string Of(string check, Requirement requirement, Finding finding)
    {
        var place = PlaceOf(finding);
        return OfHeader(check, place, finding) ?? $"{check} | {requirement.Id} | {place}";
    }

    /// <summary>
    /// The cause of what an invariant found. It demands the same of every operation and status, each by a requirement
    /// of its own: what is wrong in the same place of all of them is wrong once.
    /// </summary>
    /// <param name="invariant">Name of the invariant.</param>
    /// <param name="requirement">The requirement.</param>
    /// <param name="finding">The evidence.</param>
    public static string OfInvariant(string invariant, Requirement requirement, Finding finding)
    {
        var place = PlaceOf(finding);
        return IsStatusLine(place)
            ? Of(invariant, requirement, finding)
            : OfHeader(invariant, place, finding) ?? $"{invariant} | {place}";
    }

    /// <summary>The place in the response, for a heading: <c>header Location</c>, <c>body, $.items[].price</c>.</summary>
    /// <param name="finding">The evidence.</param>
    public static string Place(Finding finding)
    {
        var place = Status().Replace(PlaceOf(finding), "response");
        return place.StartsWith("response, ", StringComparison.Ordinal) ? place["response, ".Length..] : place;
    }

    // A header that is missing is missing, whichever check or case misses it; a wrong value is wrong in its own way.
    private static string? OfHeader(string check, string place, Finding finding)
    {
        if (!place.StartsWith(Header, StringComparison.Ordinal))
        {
            return null;
        }

        var name = place[Header.Length..].ToLowerInvariant();
        var seen = Digits().Replace(finding.Actual, "#");
        return seen == Excerpt.OfHeader([])
            ? $"missing | header {name}"
            : $"{check} | header {name} | {seen[..Math.Min(seen.Length, MostOfValue)]}";
    }

    private static string PlaceOf(Finding finding)
    {
        var place = finding.Where;
        if (place.StartsWith("step ", StringComparison.Ordinal))
        {
            var response = place.IndexOf("response", StringComparison.Ordinal);
            place = response < 0 ? place : place[response..];
        }

        place = FieldPath.WithoutIndices(place);
        return IsStatusLine(place) ? place : Status().Replace(place, "response");
    }

    private static bool IsStatusLine(string place) => place.EndsWith("status line", StringComparison.Ordinal);

    [GeneratedRegex(@"^response \d+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Status();

    // Numbers, and the hexadecimal groups of identifiers.
    [GeneratedRegex(@"[0-9a-fA-F]*\d[0-9a-fA-F]*", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Digits();
}
