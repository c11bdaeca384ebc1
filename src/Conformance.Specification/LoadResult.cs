using System.Collections.Immutable;
using Conformance.Specification.Configuration;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Yaml;

namespace Conformance.Specification;

/// <summary>What came of loading a specification.</summary>
/// <param name="Specification">The model, as far as it could be read; null when no text could be read at all. Use it only
/// when <see cref="HasErrors"/> is false; lint rules look at it either way.</param>
/// <param name="Diagnostics">Everything that was found, ordered by place.</param>
public sealed record LoadResult(IntegrationSpecification? Specification, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether the specification is invalid.</summary>
    public bool HasErrors => Specification is null || Diagnostics.Any(d => d.Severity == Severity.Error);

    /// <summary>What comments in the specification accept; empty until it is linted.</summary>
    public ImmutableArray<SuppressedDiagnostic> Suppressed { get; init; } = [];

    /// <summary>What <c>.conformance.yaml</c> says about the rules.</summary>
    public LintConfiguration Configuration { get; init; } = LintConfiguration.Default;

    /// <summary>The whole document as it was read; null when no text could be read at all.</summary>
    internal YamlMapping? Document { get; init; }

    /// <summary>The texts that were read, for messages that show the user's own line.</summary>
    public ImmutableArray<SourceText> Sources { get; init; } = [];
}
