using Conformance.Specification.Model;

namespace Conformance.Specification.Diagnostics;

/// <summary>A safe repair: it changes how a value is written, never what the contract says.</summary>
/// <param name="Location">What is replaced; it stands on one line.</param>
/// <param name="NewText">What comes in its place.</param>
public sealed record TextEdit(SourceLocation Location, string NewText);
