using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>One rule about the content of a specification: one file, one sentence, an id, and what to do about it.</summary>
internal abstract class LintRule(RuleDescription description)
{
    protected LintRule(string id, Severity severity, string title, string rationale, string fix)
        : this(new RuleDescription(id, severity, title, rationale, fix)) { }

    public RuleDescription Description { get; } = description;

    public abstract IEnumerable<Diagnostic> Check(IntegrationSpecification specification);

    /// <summary>The first character of a block, where the whole of it would be too much to mark.</summary>
    protected static SourceLocation Start(SourceLocation block) =>
        block with
        {
            EndLine = block.Line,
            EndColumn = block.Column + 1,
        };

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
