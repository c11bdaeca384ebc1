using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>A catalogued code is used with its catalogued status only.</summary>
internal sealed class ErrorCodesKeepTheirStatus()
    : LintRule(
        "ERR-102",
        Severity.Error,
        "An error code is used with another status than catalogued",
        "Status and code contradict each other, so a client cannot rely on either.",
        "make both say the same status"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        from used in UsedErrorCode.All(specification)
        let entry = specification.FindErrorCode(used.Code)
        where entry is not null && used.Status is not null && used.Status != entry.HttpStatus.Value
        select Finding(
            used.Code.Location,
            $"{used.Where} has code '{used.Code.Value}' with status {used.Status}, the catalogue says {entry.HttpStatus.Value}",
            $"status {entry.HttpStatus.Value}",
            $"status {used.Status}",
            related: new RelatedLocation("the catalogue entry", entry.HttpStatus.Location)
        );
}
