using System.Collections.Immutable;

namespace Conformance.OpenApi.Import;

/// <summary>Which of the ways to authenticate is carried over: a specification has one.</summary>
/// <param name="Schemes">All that the document declares.</param>
/// <param name="Name">The one that is asked for; null for the one that opens most operations.</param>
internal sealed record SecurityChoice(ImmutableArray<SecurityScheme> Schemes, string? Name);
