using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules;

/// <summary>What a change is about, in both versions.</summary>
/// <param name="Name">As people say it.</param>
/// <param name="Old">Where it stands in the old version.</param>
/// <param name="New">Where it stands in the new version.</param>
internal sealed record Subject(string Name, SourceLocation Old, SourceLocation New)
{
    /// <summary>A part of it.</summary>
    public Subject Part(string name) => this with { Name = $"{Name}, {name}" };
}
