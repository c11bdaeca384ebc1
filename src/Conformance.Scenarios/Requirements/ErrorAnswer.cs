using Conformance.Specification.Model;

namespace Conformance.Scenarios.Requirements;

/// <summary>How an operation refuses.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Error code; null when the specification gives none.</param>
/// <param name="NamesFields">Whether the specification shows field errors in this answer.</param>
/// <param name="Location">Where the answer stands.</param>
internal sealed record ErrorAnswer(int Status, string? Code, bool NamesFields, SourceLocation Location);
