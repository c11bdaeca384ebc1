using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Operations that must not happen twice take an idempotency key.</summary>
internal sealed class UnsafeOperationsAreRepeatable()
    : AdvisoryRule(
        "IDP-101",
        Severity.Error,
        "A non-idempotent operation takes no key",
        "A client that gets no answer must repeat the request, and cannot know whether that does it twice.",
        "accept an idempotency key, or say in the description why repeating is idempotent"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        specification
            .Endpoints.Where(e =>
                e.Method.Value is "POST" or "PATCH" && e.Idempotency is null && !IsSafe(e) && !IsExplained(e)
            )
            .Select(e =>
                Finding(
                    e.Method.Location,
                    $"non-idempotent operation {e.Name} neither accepts an idempotency key nor states why",
                    "an idempotency key"
                )
            );

    /// <summary>A search by POST changes nothing.</summary>
    private static bool IsSafe(Endpoint endpoint) =>
        endpoint.Resource?.Action is ResourceAction.Read or ResourceAction.List or ResourceAction.Search;

    private static bool IsExplained(Endpoint endpoint) =>
        endpoint.Description?.Value.Contains("idempoten", StringComparison.OrdinalIgnoreCase) == true;
}
