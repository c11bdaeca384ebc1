using System.Globalization;
using Conformance.Reports.Wording;
using Conformance.Scenarios.Requirements;

namespace Conformance.Reports.Html.Evidence;

/// <summary>The requirements that the cases of a page refer to, each once.</summary>
internal sealed class RequirementTable(BuildServer server)
{
    private readonly Dictionary<(string Id, string Statement), int> indices = [];
    private readonly List<PageRequirement> requirements = [];

    /// <summary>The requirements in the order of their indices.</summary>
    public IReadOnlyList<PageRequirement> All => requirements;

    /// <summary>The index of a requirement.</summary>
    /// <param name="requirement">The requirement.</param>
    public int Of(Requirement requirement)
    {
        // Two cases may word one requirement for their own situation.
        var key = (requirement.Id, requirement.Statement);
        if (!indices.TryGetValue(key, out var index))
        {
            indices[key] = index = requirements.Count;
            requirements.Add(Describe(requirement));
        }

        return index;
    }

    /// <summary><c>file:line</c>; null for a requirement that stands in no line.</summary>
    /// <param name="requirement">The requirement.</param>
    public static string? LineOf(Requirement requirement) =>
        requirement.Location.Line == 0
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{requirement.Location.File}:{requirement.Location.Line}");

    private PageRequirement Describe(Requirement requirement) =>
        new(
            requirement.Id,
            Terms.Of(requirement.Level),
            Terms.Of(requirement.Basis),
            requirement.Statement,
            LineOf(requirement),
            RequirementLinks.OfLine(requirement.Location, server),
            requirement.References.IsEmpty
                ? null
                : [.. requirement.References.Select(r => new PageReference(r, RequirementLinks.OfStandard(r)))]
        );
}
