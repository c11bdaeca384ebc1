using Conformance.Specification.Model;

namespace Conformance.Specification.Diagnostics;

/// <summary>A finding that a comment in the specification accepts.</summary>
/// <param name="Diagnostic">The finding.</param>
/// <param name="Reason">Why it is accepted.</param>
/// <param name="Comment">Where the comment stands.</param>
public sealed record SuppressedDiagnostic(Diagnostic Diagnostic, string Reason, SourceLocation Comment);
