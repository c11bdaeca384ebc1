using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>A 201 says where the new resource is.</summary>
internal sealed class CreatedNamesTheLocation()
    : AdvisoryRule(
        "HTP-101",
        Severity.Warning,
        "A 201 declares no Location",
        "RFC 9110 section 15.3.2: the new resource is identified by Location, or by the request's own URI, which for a collection it is not.",
        "add under the response: headers: { Location: \"URL of the new resource\" }"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        from endpoint in specification.Endpoints
        let created = endpoint.FindResponse(201)
        where created is not null && endpoint.Method.Value != "PUT"
        where !created.Headers.Any(h => h.Name.Value.Equals("Location", StringComparison.OrdinalIgnoreCase))
        select Finding(
            created.Status.Location,
            $"201 of {endpoint.Name} declares no Location header (RFC 9110 section 9.3.3)",
            "a header Location"
        );
}
