using Conformance.Evolution.Rules;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Pairs;

/// <summary>One operation in both versions.</summary>
/// <param name="Old">As it was.</param>
/// <param name="New">As it is.</param>
internal sealed record OperationPair(Endpoint Old, Endpoint New)
{
    /// <summary>The operation, by its new name.</summary>
    public string Name => New.Name;

    /// <summary>The operation as subject of a change.</summary>
    public Subject Subject => new(Name, Old.Method.Location, New.Method.Location);
}
