using System.Collections.Frozen;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Statuses are those that IANA has registered.</summary>
internal sealed class StatusesAreRegistered()
    : AdvisoryRule(
        "HTP-116",
        Severity.Error,
        "A status is not registered",
        "Clients, proxies and gateways treat an unknown status as the x00 of its class (RFC 9110 section 15), not as what was meant.",
        "use a registered status, and tell the cases apart by error code"
    )
{
    /// <summary>IANA HTTP Status Code Registry; 306 and 418 are listed there as unused.</summary>
    private static readonly FrozenSet<int> Registered =
    [
        .. Enumerable.Range(100, 5),
        .. Enumerable.Range(200, 9),
        226,
        .. Enumerable.Range(300, 6),
        307,
        308,
        .. Enumerable.Range(400, 18),
        .. Enumerable.Range(421, 6),
        428,
        429,
        431,
        451,
        .. Enumerable.Range(500, 9),
        510,
        511,
    ];

    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        specification
            .Endpoints.SelectMany(e => e.Responses)
            .Select(r => r.Status)
            .Concat(specification.ErrorCodes.Select(e => e.HttpStatus))
            .Where(status => !Registered.Contains(status.Value))
            .Select(status =>
                Finding(status.Location, $"status {status} is not registered with IANA", "a registered status")
            );
}
