using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>A response with an example has a schema too.</summary>
internal sealed class ResponsesHaveSchemas()
    : AdvisoryRule(
        "HTP-103",
        Severity.Error,
        "A response has an example but no schema",
        "One example does not say which fields are always there, nor what else they may be; the suite can only guess from it.",
        "give the response a schema, and keep the body as its example"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        from endpoint in specification.Endpoints
        from response in endpoint.Responses
        where response is { Example: not null, Schema: null or { InferredFromExample: true } }
        // Errors have the standard format.
        where response.Status.Value < 400 || specification.ErrorFormat is null
        select Finding(
            response.Status.Location,
            $"response {response.Status} of {endpoint.Name} has an example but no schema",
            "schema"
        );
}
