using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>One rule about the content of a specification: one file, one sentence, an id, and what to do about it.</summary>
internal abstract class LintRule(string id, Severity severity, string title, string rationale, string fix)
{
    public RuleDescription Description { get; } = new(id, severity, title, rationale, fix);

    public abstract IEnumerable<Diagnostic> Check(IntegrationSpecification specification);

    /// <summary>A finding with the rule's id, severity and, when no better one is known, its general repair.</summary>
    protected Diagnostic Finding(
        SourceLocation location,
        string message,
        string? expected = null,
        string? actual = null,
        string? fix = null,
        params ReadOnlySpan<RelatedLocation> related
    ) =>
        new(Description.Id, Description.Severity, message, location)
        {
            Expected = expected,
            Actual = actual,
            Fix = fix ?? Description.Fix,
            Related = [.. related],
        };
}
