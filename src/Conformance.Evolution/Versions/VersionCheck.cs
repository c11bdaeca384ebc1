using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Versions;

/// <summary>Whether <c>info.version</c> moved on as far as the changes ask for.</summary>
/// <param name="Old">The old version as written; null when there is none.</param>
/// <param name="New">The new version as written; null when there is none.</param>
/// <param name="Needed">The step that the changes ask for.</param>
/// <param name="Taken">The step that was taken; null when either is no semantic version.</param>
/// <param name="Suggested">The least version that would do; null when the old one is no semantic version.</param>
/// <param name="Problem">What is wrong with the new version, in one sentence; null when it fits.</param>
/// <param name="Location">Where the new version stands, or the section that lacks it.</param>
public sealed record VersionCheck(
    string? Old,
    string? New,
    VersionStep Needed,
    VersionStep? Taken,
    string? Suggested,
    string? Problem,
    SourceLocation Location
)
{
    /// <summary>Whether the new version tells consumers what they have to expect.</summary>
    public bool Fits => Problem is null;

    /// <summary>Checks the version. What consumers see decides: they read it to know whether they must change.</summary>
    internal static VersionCheck Of(SpecificationInfo old, SpecificationInfo now, ImmutableArray<Change> changes)
    {
        var needed = Needs(changes);
        var (before, after) = (Parse(old.Version), Parse(now.Version));
        VersionStep? taken = before is null || after is null ? null : SemanticVersion.Between(before, after);
        var suggested = before?.Next(needed).ToString();
        return new VersionCheck(
            old.Version?.Value,
            now.Version?.Value,
            needed,
            taken,
            suggested,
            Problems(),
            now.Version?.Location ?? now.Location
        );

        string? Problems() =>
            needed == VersionStep.None && old.Version?.Value == now.Version?.Value ? null
            : now.Version is null ? "the new specification has no version"
            : after is null ? $"'{now.Version.Value}' is no semantic version"
            // Whoever had no version may start with any, but what breaks cannot be announced by it.
            : before is null
                ? needed == VersionStep.Major ? "the old specification has no semantic version to step on from"
                    : null
            : after.CompareTo(before) < 0 ? $"version {after} is older than {before}"
            : taken < needed
                ? $"version {after} is {Word(taken!.Value)} {before}, but the changes ask for {Article(needed)} step: {suggested}"
            : null;
    }

    private static SemanticVersion? Parse(Located<string>? version) =>
        version is null ? null : SemanticVersion.Parse(version.Value);

    private static VersionStep Needs(ImmutableArray<Change> changes) =>
        changes.IsEmpty
            ? VersionStep.None
            : changes.Max(c => c.Impacts.Consumers) switch
            {
                Impact.Breaking => VersionStep.Major,
                Impact.NonBreaking => VersionStep.Minor,
                _ => VersionStep.Patch,
            };

    private static string Word(VersionStep taken) =>
        taken == VersionStep.None ? "the same as" : $"{Article(taken)} step after";

    private static string Article(VersionStep step) => $"a {step.ToString().ToLowerInvariant()}";
}
