using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Inventory;

/// <summary>Writes entries of one section down: how they are observed, in the call's name.</summary>
internal sealed class Entries(InventorySection section, Endpoint? endpoint = null)
{
    /// <summary>Cases are about it.</summary>
    public InventoryEntry ByCase(Requirement requirement, string? judgedAs = null) =>
        new(requirement, section, endpoint, new Observation.ByCase(judgedAs ?? requirement.Id));

    /// <summary>An invariant judges it wherever one of the answers comes.</summary>
    public InventoryEntry OnAnswers(
        Requirement requirement,
        string invariant,
        AnswersOf answers,
        string? judgedAs = null
    ) =>
        new(
            requirement,
            section,
            endpoint,
            new Observation.OnEveryExchange(invariant, judgedAs ?? requirement.Id, answers)
        );

    /// <summary>Nothing tests it.</summary>
    public InventoryEntry NotObserved(Requirement requirement, string reason) =>
        new(requirement, section, endpoint, new Observation.NotObserved(reason));
}
