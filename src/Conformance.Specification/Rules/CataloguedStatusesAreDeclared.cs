using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Every status of the catalogue is declared by some operation.</summary>
internal sealed class CataloguedStatusesAreDeclared()
    : LintRule(
        "ERR-105",
        Severity.Error,
        "A catalogued status is declared by no operation",
        "A client of any operation may get the status, but no operation admits it.",
        "declare the status under responses of the operations that send it"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        if (specification.Endpoints.IsEmpty)
        {
            return [];
        }

        var declared = specification.Endpoints.SelectMany(e => e.Responses).Select(r => r.Status.Value).ToHashSet();
        return specification
            .ErrorCodes.Where(e => !declared.Contains(e.HttpStatus))
            .Select(e =>
                Finding(
                    e.HttpStatus.Location,
                    $"status {e.HttpStatus.Value} of '{e.Code.Value}' is declared by no operation",
                    $"a response {e.HttpStatus.Value} of at least one operation",
                    fix: $"add under responses: {e.HttpStatus.Value}: {{ body: {{ error_code: \"{e.Code.Value}\", ... }} }}",
                    related: new RelatedLocation("the first operation", specification.Endpoints[0].Method.Location)
                )
            );
    }
}
