using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;

namespace Conformance.Verdicts.Invariants;

/// <summary>A requirement with what was said of it.</summary>
/// <param name="Requirement">The requirement.</param>
/// <param name="Judgement">What was said of it.</param>
internal sealed record Judged(Requirement Requirement, Judgement Judgement);

/// <summary>
/// A sentence that holds for every exchange, whatever its case is about. Its name is the sentence. It only speaks
/// where the specification or a standard does: nothing may fail a target for what neither says.
/// </summary>
internal abstract class Invariant
{
    /// <summary>Name of the invariant.</summary>
    public string Name => GetType().Name;

    /// <summary>Judges an answered exchange with the API; nothing where the sentence does not apply.</summary>
    /// <param name="seen">The exchange.</param>
    public abstract IEnumerable<Judged> Judge(SeenExchange seen);

    /// <summary>A sentence of the contract that fails a target.</summary>
    /// <param name="id">Requirement id.</param>
    /// <param name="statement">The sentence.</param>
    /// <param name="location">The line behind it.</param>
    /// <param name="references">Catalogue ids and sections of standards.</param>
    protected static Requirement Contract(
        string id,
        string statement,
        SourceLocation location,
        params string[] references
    ) =>
        new(id, RequirementLevel.Must, RequirementBasis.Contract, statement, location) { References = [.. references] };

    /// <summary>A sentence of a published standard that fails a target.</summary>
    /// <inheritdoc cref="Contract" path="/param" />
    protected static Requirement Standard(
        string id,
        string statement,
        SourceLocation location,
        params string[] references
    ) =>
        new(id, RequirementLevel.Must, RequirementBasis.Standard, statement, location) { References = [.. references] };

    /// <summary>A sentence of ours that only warns.</summary>
    /// <inheritdoc cref="Contract" path="/param" />
    protected static Requirement Proposal(
        string id,
        string statement,
        SourceLocation location,
        params string[] references
    ) =>
        new(id, RequirementLevel.Should, RequirementBasis.Proposal, statement, location)
        {
            References = [.. references],
        };
}
