using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>A diagram can be read, and names declared operations, statuses and events only.</summary>
internal sealed class DiagramsNameWhatIsDeclared()
    : AdvisoryRule(
        "SEQ-101",
        Severity.Error,
        "A diagram shows something that is not declared, or cannot be read",
        "A diagram is part of the contract: clients are built after it. What it shows must exist, and what is tested after it must be readable.",
        "declare what the diagram shows, or correct the diagram"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        specification.SequenceDiagrams.SelectMany(diagram => Unreadable(diagram).Concat(Undeclared(diagram)));

    private IEnumerable<Diagnostic> Unreadable(SequenceDiagram diagram) =>
        diagram.Unreadable.Select(problem =>
            Finding(
                problem.Location == diagram.Text.Location ? Start(problem.Location) : problem.Location,
                $"diagram '{diagram.Title}' cannot be read: {problem}",
                fix: "write it as mermaid does: https://mermaid.js.org/syntax/sequenceDiagram.html"
            )
        );

    private IEnumerable<Diagnostic> Undeclared(SequenceDiagram diagram) =>
        from message in diagram.Messages
        let undeclared = message.Meaning as DiagramMeaning.Undeclared
        where undeclared is not null
        select Finding(
            message.Text.Location,
            $"diagram '{diagram.Title}', message '{message}': {undeclared.Problem}",
            undeclared.Expected
        );
}
