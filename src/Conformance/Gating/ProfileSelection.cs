using System.Collections.Immutable;
using System.IO.Enumeration;
using Conformance.Scenarios;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Inventory;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Gating;

/// <summary>
/// The requirements that a run is held to. <c>full</c> is all of them; <c>core</c>, unless the specification declares
/// its own, those that can fail a target; every other profile stands in the specification.
/// </summary>
internal sealed class ProfileSelection
{
    private const string Everything = "full";
    private const string Core = "core";
    private readonly Func<Requirement, bool> holds;

    private ProfileSelection(string name, Func<Requirement, bool> holds) => (Name, this.holds) = (name, holds);

    /// <summary>The whole specification.</summary>
    public static ProfileSelection Full { get; } = new(Everything, _ => true);

    /// <summary>Name of the profile.</summary>
    public string Name { get; }

    /// <summary>Finds a profile; refused when there is none of that name, or when it names a requirement that there is not.</summary>
    /// <param name="name">The name; null for everything.</param>
    /// <param name="specification">The specification.</param>
    /// <param name="requirements">Every requirement of the specification.</param>
    public static Attempt<ProfileSelection> Find(
        string? name,
        IntegrationSpecification specification,
        IReadOnlyCollection<Requirement> requirements
    )
    {
        if (name is null or Everything)
        {
            return Full;
        }

        if (specification.Profiles.FirstOrDefault(p => p.Name.Value == name) is { } profile)
        {
            return Of(profile, requirements);
        }

        if (name == Core)
        {
            return new ProfileSelection(Core, requirement => requirement.Gates);
        }

        string[] known = [Core, Everything, .. specification.Profiles.Select(p => p.Name.Value).Where(p => p != Core)];
        return Refusal.Configuration(
            $"The specification has no profile '{name}'.",
            $"There are: {string.Join(", ", known)}."
        );
    }

    /// <summary>Finds a profile among the requirements of the specification and those of its cases; refused as above.</summary>
    /// <param name="name">The name; null for everything.</param>
    /// <param name="specification">The specification.</param>
    /// <param name="compiling">How its cases were compiled.</param>
    /// <param name="cases">All of them: rules of standards come with the cases, the inventory alone does not have them.</param>
    public static Attempt<ProfileSelection> Find(
        string? name,
        IntegrationSpecification specification,
        CompilerOptions compiling,
        ImmutableArray<ContractCase> cases
    ) =>
        Find(
            name,
            specification,
            name is null
                ? []
                :
                [
                    .. RequirementInventory
                        .Of(specification, compiling)
                        .Select(e => e.Requirement)
                        .Concat(cases.Select(c => c.Requirement)),
                ]
        );

    /// <summary>Whether the profile holds a requirement.</summary>
    /// <param name="requirement">The requirement.</param>
    public bool Includes(Requirement requirement) => holds(requirement);

    /// <summary>The cases whose requirement the profile holds.</summary>
    /// <param name="cases">All cases.</param>
    public ImmutableArray<ContractCase> Apply(ImmutableArray<ContractCase> cases) =>
        [.. cases.Where(c => Includes(c.Requirement))];

    private static Attempt<ProfileSelection> Of(Profile profile, IReadOnlyCollection<Requirement> requirements)
    {
        foreach (var pattern in profile.Requirements.Concat(profile.Except))
        {
            if (!requirements.Any(r => Matches(pattern, r)))
            {
                var near = NearestWord.Among(requirements.Select(r => r.Id), pattern.Value);
                return Refusal.Configuration(
                    $"{pattern.Location}: the profile '{profile.Name}' names '{pattern.Value}', which is no requirement.",
                    near is null ? "conformance coverage lists them." : $"Did you mean '{near}'?"
                );
            }
        }

        return new ProfileSelection(
            profile.Name.Value,
            requirement =>
                profile.Requirements.Any(p => Matches(p, requirement))
                && !profile.Except.Any(p => Matches(p, requirement))
        );
    }

    private static bool Matches(Located<string> pattern, Requirement requirement) =>
        FileSystemName.MatchesSimpleExpression(pattern.Value, requirement.Id, ignoreCase: false);
}
