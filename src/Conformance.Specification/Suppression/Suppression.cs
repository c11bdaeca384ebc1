using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Specification.Suppression;

/// <summary>A comment <c># conformance: ignore AUT-103 reason</c>.</summary>
/// <param name="Ids">The rules whose findings are accepted.</param>
/// <param name="Line">The line whose findings are accepted; null for the whole file.</param>
/// <param name="Until">Last day on which it holds; null for ever.</param>
/// <param name="Reason">Why the findings are accepted.</param>
/// <param name="Location">Where the comment stands.</param>
internal sealed record Suppression(
    ImmutableArray<string> Ids,
    int? Line,
    DateOnly? Until,
    string Reason,
    SourceLocation Location
);
