using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.Invariants;

/// <summary>
/// A faulty request is never answered with a server error. Which requests are faulty the case says: those for which
/// it allows nothing but 4xx.
/// </summary>
internal sealed class NoServerErrorOnClientFault : Invariant
{
    /// <inheritdoc />
    public override IEnumerable<Judged> Judge(SeenExchange seen)
    {
        var allowed = seen.Expectations.OfType<StatusIs>().SelectMany(e => e.Allowed).ToArray();
        if (allowed.Length == 0 || !allowed.All(s => s is >= 400 and < 500))
        {
            yield break;
        }

        var location = seen.Endpoint?.Location ?? seen.Of.Case.Requirement.Location;
        var requirement = Contract(
            seen.Endpoint is { } endpoint
                ? RequirementIds.Operation(endpoint, "response.no-server-error")
                : RequirementIds.Section("error_format", "no-server-error"),
            "The target MUST NOT answer a faulty request with a server error.",
            location,
            "ERR-11"
        );
        // 501 is the right answer to a method that the server does not know (RFC 9110 section 9.1).
        yield return new(
            requirement,
            seen.Status is < 500 or 501
                ? Judgement.Held
                : Judgement.Broken(
                    new Finding(
                        seen.Where("status line"),
                        Cited.At(Cited.OneOf(allowed), location),
                        seen.Summary(),
                        "refuse the request before it can break anything, with a 4xx status"
                    )
                )
        );
    }
}
