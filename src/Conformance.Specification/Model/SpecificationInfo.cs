using System.Collections.Immutable;

namespace Conformance.Specification.Model;

/// <summary>The head of the document: title, version, dates, people, status, and the two systems.</summary>
/// <param name="Title">What the document calls itself.</param>
/// <param name="Version">Version of the specification.</param>
/// <param name="LastUpdated">Date of the last change, as written.</param>
/// <param name="Authors">Who wrote it.</param>
/// <param name="Status">Draft, Review, Approved or Production, as written.</param>
/// <param name="Consumer">The system that calls (System A), if named.</param>
/// <param name="Provider">The system that answers (System B), if named.</param>
/// <param name="Location">Where the section stands.</param>
public sealed record SpecificationInfo(
    Located<string> Title,
    Located<string>? Version,
    Located<string>? LastUpdated,
    ImmutableArray<Located<string>> Authors,
    Located<string>? Status,
    Located<string>? Consumer,
    Located<string>? Provider,
    SourceLocation Location
);

/// <summary>Purpose, scope and architecture.</summary>
/// <param name="Purpose">Why the integration exists.</param>
/// <param name="InScope">What it covers.</param>
/// <param name="OutOfScope">What it does not cover.</param>
/// <param name="Architecture">Architecture description or diagram text.</param>
/// <param name="Location">Where the section stands.</param>
public sealed record Overview(
    Located<string>? Purpose,
    ImmutableArray<Located<string>> InScope,
    ImmutableArray<Located<string>> OutOfScope,
    Located<string>? Architecture,
    SourceLocation Location
);

/// <summary>A named schema of <c>data_models</c>.</summary>
/// <param name="Name">The key it is referred to by (<c>$ref: "#/data_models/NAME"</c>).</param>
/// <param name="Schema">The schema.</param>
public sealed record DataModel(Located<string> Name, SchemaNode Schema);
