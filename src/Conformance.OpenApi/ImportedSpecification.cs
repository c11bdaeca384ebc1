using Conformance.Specification;

namespace Conformance.OpenApi;

/// <summary>What came of reading an OpenAPI document.</summary>
/// <param name="Loading">
/// The specification, linted, with what is wrong with it. Every place is one of the OpenAPI document. Rules that find what
/// OpenAPI cannot say are switched off in its configuration, as the comments of <paramref name="Text"/> do.
/// </param>
/// <param name="Text">The specification as YAML, with comments for what is to be completed; null when there is none.</param>
/// <param name="Report">What was carried over, and what was not.</param>
public sealed record ImportedSpecification(LoadResult Loading, string? Text, ImportReport Report)
{
    internal static ImportedSpecification Failed(LoadResult loading) => new(loading, null, new ImportReport([], []));
}
