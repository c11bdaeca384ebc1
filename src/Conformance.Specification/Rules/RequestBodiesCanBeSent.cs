using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>A request body is one that a run can send.</summary>
internal sealed class RequestBodiesCanBeSent()
    : AdvisoryRule(
        "SCN-107",
        Severity.Warning,
        "A request body is not sent by any case",
        "A run sends JSON, and forms of texts, numbers and booleans; how other bodies are made of a schema is not said anywhere.",
        "Use application/json, or expect nothing to be tested that needs this body."
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        from endpoint in specification.Endpoints
        let request = endpoint.Request
        where request is not null
        let type = request.ContentType
        where !BodyTypes.IsJson(type) && !BodyTypes.IsForm(type)
        select Finding(
            type.Location,
            $"the request body of {endpoint.Name} is {type.Value}, which no case sends",
            "application/json or application/x-www-form-urlencoded"
        );
}
