using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>The document's status is one of its life cycle.</summary>
internal sealed class StatusIsKnown()
    : LintRule(
        "DOC-106",
        Severity.Error,
        "The status is unknown",
        "Whether findings may wait depends on whether the document is a draft or in production.",
        "use Draft, Review, Approved or Production"
    )
{
    private static readonly string[] Known = ["Draft", "Review", "Approved", "Production"];

    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        if (specification.Info.Status is { } status && !Known.Contains(status.Value, StringComparer.OrdinalIgnoreCase))
        {
            var near = NearestWord.Among(Known, status);
            yield return Finding(
                status.Location,
                $"status '{status}' is not one of Draft, Review, Approved, Production",
                "one of Draft, Review, Approved, Production",
                status,
                near is null ? null : $"did you mean '{near}'?"
            );
        }
    }
}
