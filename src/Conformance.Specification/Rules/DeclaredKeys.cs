using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>The idempotency rules of a specification; rules that hold for many operations are looked at once.</summary>
internal static class DeclaredKeys
{
    public static IEnumerable<IdempotencyRules> Of(IntegrationSpecification specification) =>
        specification
            .Endpoints.Select(e => e.Idempotency)
            .OfType<IdempotencyRules>()
            .DistinctBy(rules => (rules.Location, rules.Header.Location));
}
