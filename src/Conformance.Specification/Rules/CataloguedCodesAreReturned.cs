using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Every catalogued code is returned by some operation, or expected by some scenario.</summary>
internal sealed class CataloguedCodesAreReturned()
    : LintRule(
        "ERR-103",
        Severity.Warning,
        "A catalogued error code is returned by no operation",
        "Nothing says when the code is sent, so it is never tested.",
        "show the code in a response, or add a scenario that expects it"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        if (specification.Endpoints.IsEmpty)
        {
            return [];
        }

        var used = UsedErrorCode.All(specification).Select(u => u.Code.Value).ToHashSet(StringComparer.Ordinal);
        var declared = specification.Endpoints.SelectMany(e => e.Responses).Select(r => r.Status.Value).ToHashSet();
        // A status that no operation declares is a finding of its own (ERR-105).
        return specification
            .ErrorCodes.Where(e => !used.Contains(e.Code) && declared.Contains(e.HttpStatus))
            .Select(e => Finding(e.Code.Location, $"catalogued code '{e.Code.Value}' is returned by no operation"));
    }
}
