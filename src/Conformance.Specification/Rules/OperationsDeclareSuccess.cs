using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Every operation says what it answers when all goes well.</summary>
internal sealed class OperationsDeclareSuccess()
    : LintRule(
        "HTP-102",
        Severity.Error,
        "An operation declares no success",
        "Without a 2xx response there is nothing the operation could be tested for.",
        "declare a 2xx response"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        specification
            .Endpoints.Where(e => e.Success is null)
            .Select(e => Finding(e.Method.Location, $"{e.Name} declares no 2xx response", "a 2xx response"));
}
