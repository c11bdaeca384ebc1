using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Every error code in use stands in <c>error_codes</c>.</summary>
internal sealed class ErrorCodesAreCatalogued()
    : LintRule(
        "ERR-101",
        Severity.Error,
        "An error code is used but not catalogued",
        "A client can only handle the codes it can look up: status, retry strategy and resolution stand in the catalogue.",
        "add the code to error_codes"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        if (specification.ErrorCodes.IsEmpty)
        {
            yield break;
        }

        var known = specification.ErrorCodes.Select(e => e.Code.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var (code, status, where) in UsedErrorCode.All(specification).Where(u => !known.Contains(u.Code)))
        {
            var near = NearestWord.Among(known, code);
            var entry = $"add to error_codes: {code.Value}: {{ http_status: {status ?? 400}, ... }}";
            yield return Finding(
                code.Location,
                $"error code '{code.Value}' is used by {where} but not in error_codes",
                "a code of error_codes",
                code.Value,
                near is null ? entry : $"did you mean '{near}'? If not, {entry}"
            );
        }
    }
}
