using System.Collections.Immutable;

namespace Conformance.Specification.Model;

/// <summary>A named part of the contract that a run may be held to: a set of requirements.</summary>
/// <param name="Name">Its name, as <c>--profile</c> takes it.</param>
/// <param name="Description">What it is for; null when undeclared.</param>
/// <param name="Requirements">Ids of requirements; <c>*</c> stands for any text.</param>
/// <param name="Except">Ids that are left out all the same.</param>
public sealed record Profile(
    Located<string> Name,
    Located<string>? Description,
    ImmutableArray<Located<string>> Requirements,
    ImmutableArray<Located<string>> Except
);
