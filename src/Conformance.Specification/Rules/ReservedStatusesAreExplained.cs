using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>A reserved status has a meaning.</summary>
internal sealed class ReservedStatusesAreExplained()
    : AdvisoryRule(
        "HTP-115",
        Severity.Warning,
        "A reserved status is used without a meaning",
        "RFC 9110 section 15.5.3 reserves 402 for future use: what it means here, nobody knows unless it is said.",
        "declare the status with a description at the operation, or catalogue its error code"
    )
{
    private const int PaymentRequired = 402;

    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        var responses = specification
            .Endpoints.Select(e => e.FindResponse(PaymentRequired))
            .OfType<ResponseDefinition>()
            .ToList();
        var codes = specification.ErrorCodes.Where(e => e.HttpStatus.Value == PaymentRequired).ToList();
        if (responses.Any(r => r.Description is not null) || codes.Any(c => c.Description is not null))
        {
            return [];
        }

        return responses
            .Select(r => r.Status)
            .Concat(codes.Select(c => c.HttpStatus))
            .Concat(specification.TestScenarios.Select(s => s.ExpectedStatus).OfType<Located<int>>())
            .Where(status => status.Value == PaymentRequired)
            .Select(status =>
                Finding(
                    status.Location,
                    "status 402 is reserved for future use; its meaning here is not defined",
                    "a description"
                )
            );
    }
}
