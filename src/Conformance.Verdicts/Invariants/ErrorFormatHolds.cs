using Conformance.Scenarios.Requirements;
using Conformance.Verdicts.Evidence;

namespace Conformance.Verdicts.Invariants;

/// <summary>
/// Every error has the standard body: also the 404 of the router, the 405, the 415 and the 401 of the gateway. The
/// token endpoint is exempt, for RFC 6749 fixes its errors.
/// </summary>
internal sealed class ErrorFormatHolds : Invariant
{
    /// <inheritdoc />
    public override IEnumerable<Judged> Judge(SeenExchange seen)
    {
        if (!seen.IsError || seen.HasNoBodyByProtocol || seen.Specification.ErrorFormat is not { } format)
        {
            yield break;
        }

        var requirement = Contract(
            RequirementIds.Section("error_format"),
            "The target MUST send the standard error body with every status of 400 and above.",
            format.Location,
            "ERR-01"
        );
        yield return new(requirement, SchemaJudging.Judge(seen, format.Schema));
    }
}
