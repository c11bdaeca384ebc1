using System.Collections.Immutable;
using Conformance.Reports.Wording;
using Conformance.Scenarios.Requirements;

namespace Conformance.Reports.Allure;

/// <summary>Links from a test to the line of the specification and to the standards behind it.</summary>
internal static class AllureLinks
{
    private const string Type = "link";

    /// <summary>The links of a requirement; a line has one only where the build server tells where sources can be read.</summary>
    /// <param name="requirement">The requirement.</param>
    /// <param name="server">The build server; null when there is none.</param>
    public static ImmutableArray<AllureLink> Of(Requirement requirement, BuildServer? server)
    {
        var line = RequirementLinks.OfLine(requirement.Location, server) is { } url
            ? (AllureLink[])[new($"{requirement.Location.File}:{requirement.Location.Line}", url, Type)]
            : [];
        return [.. line, .. requirement.References.Select(Standard).OfType<AllureLink>()];
    }

    private static AllureLink? Standard(string reference) =>
        RequirementLinks.OfStandard(reference) is { } url ? new(reference, url, Type) : null;
}
