using System.Collections.Immutable;
using Conformance.Specification.Diagnostics;

namespace Conformance.Specification;

/// <summary>What came of linting.</summary>
/// <param name="Diagnostics">What was found and is not accepted, ordered by place.</param>
/// <param name="Suppressed">What comments in the specification accept, ordered by place.</param>
public sealed record LintResult(
    ImmutableArray<Diagnostic> Diagnostics,
    ImmutableArray<SuppressedDiagnostic> Suppressed
);
