using Conformance.Simulator.Json;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;

namespace Conformance.Simulator.Faults.Applicability;

/// <summary>
/// What a specification would need for a fault to have something to lie about. Each answer completes the sentence "the
/// specification has no ..."; null says that it has one.
/// </summary>
internal static class Lack
{
    private const int MaxDepth = 8;

    /// <summary>An operation that asks for credentials.</summary>
    public static string? OfProtection(IntegrationSpecification specification) =>
        specification.Authentication is not null && specification.Endpoints.Any(e => !e.IsPublic)
            ? null
            : "operation that asks for credentials";

    /// <summary>A token endpoint that callers fetch tokens from.</summary>
    public static string? OfTokenEndpoint(IntegrationSpecification specification) =>
        specification.Authentication?.TokenEndpoint is null ? "token endpoint" : null;

    /// <summary>Credentials that travel in a header, not in the query or in TLS.</summary>
    public static string? OfCredentialHeader(IntegrationSpecification specification) =>
        OfProtection(specification)
        ?? (
            specification.Authentication is { QueryParameter: null, Type.Value: not AuthenticationType.MutualTls }
                ? null
                : "header for credentials"
        );

    /// <summary>Credentials behind an authentication scheme, such as <c>Bearer</c>.</summary>
    public static string? OfScheme(IntegrationSpecification specification) =>
        OfCredentialHeader(specification)
        ?? (
            specification.Authentication!.Type.Value is not AuthenticationType.ApiKey
            || specification.Authentication.HeaderTemplate?.Value.TrimStart().IndexOf('{', StringComparison.Ordinal) > 0
                ? null
                : "authentication scheme"
        );

    /// <summary>Tokens that are JWTs, and a rule about them.</summary>
    /// <param name="specification">The specification.</param>
    /// <param name="rule">The rule that is needed; null when none is.</param>
    public static string? OfJwts(IntegrationSpecification specification, Func<JwtRules, object?>? rule = null) =>
        specification.Authentication?.Jwt is { } jwt && (rule is null || rule(jwt) is not null)
            ? null
            : "such rule about JWTs";

    /// <summary>Client certificates.</summary>
    public static string? OfCertificates(IntegrationSpecification specification) =>
        specification.Authentication?.Type.Value is AuthenticationType.MutualTls ? null : "client certificates";

    /// <summary>An operation that demands scopes of tokens.</summary>
    /// <param name="specification">The specification.</param>
    /// <param name="isMeant">Which operations count; null for all.</param>
    public static string? OfScopes(IntegrationSpecification specification, Func<Endpoint, bool>? isMeant = null) =>
        OfTokenEndpoint(specification)
        ?? Of(specification, e => !e.Scopes.IsEmpty && isMeant?.Invoke(e) is not false, "such operation with scopes");

    /// <summary>An operation with idempotency keys.</summary>
    public static string? OfKeys(IntegrationSpecification specification) =>
        Of(specification, e => e.Idempotency is not null, "idempotency keys");

    /// <summary>A published limit.</summary>
    public static string? OfLimits(IntegrationSpecification specification) =>
        specification.RateLimits is { } limits && (!limits.Default.IsEmpty || !limits.PerEndpoint.IsEmpty)
            ? null
            : "rate limits";

    /// <summary>Headers that tell a client where it stands.</summary>
    public static string? OfLimitHeaders(IntegrationSpecification specification) =>
        OfLimits(specification) ?? (specification.RateLimits!.Headers is null ? "rate-limit headers" : null);

    /// <summary>An operation that plays one of these parts.</summary>
    public static string? OfAction(IntegrationSpecification specification, params ResourceAction[] actions) =>
        Of(
            specification,
            e => e.Resource is { } role && actions.Contains(role.Action),
            $"operation to {string.Join(" or ", actions.Select(a => a.ToString().ToLowerInvariant()))} a resource"
        );

    /// <summary>Resources that belong to the client that made them, and an operation of theirs.</summary>
    public static string? OfOwnership(IntegrationSpecification specification, params ResourceAction[] actions) =>
        Of(
            specification,
            e =>
                e.Resource is { Ownership.Value: ResourceOwnership.Client } owned
                && specification.Endpoints.Any(other =>
                    other.Resource is { } role
                    && role.Type.Value == owned.Type.Value
                    && actions.Contains(role.Action)
                    && !other.IsPublic
                ),
            "such operation on resources that are declared to belong to their client"
        );

    /// <summary>An array in a request that may have so many elements.</summary>
    public static string? OfArrays(IntegrationSpecification specification, int count)
    {
        var schemas = new SchemaIndex(specification);
        return Of(
            specification,
            e => e.Request is { } body && HasArray(schemas, body.Schema, count, LevelsOf(schemas, body.Schema)),
            $"array of {count} elements in a request"
        );
    }

    /// <summary>An operation that makes or changes a resource, and does not refuse fields it does not declare.</summary>
    public static string? OfOpenRequests(IntegrationSpecification specification)
    {
        var schemas = new SchemaIndex(specification);
        return Of(
            specification,
            e =>
                e.Resource?.Action is ResourceAction.Create or ResourceAction.Update
                && e.Request is { } body
                && schemas.First(body.Schema, s => s.AdditionalPropertiesAllowed) is not false,
            "request that may carry undeclared fields"
        );
    }

    private static int LevelsOf(SchemaIndex schemas, SchemaNode body) =>
        SchemaLevels.Within(body, schemas.Inside, MaxDepth);

    private static bool HasArray(SchemaIndex schemas, SchemaNode schema, int count, int depth) =>
        depth > 0
        && (
            schemas.Items(schema) is { } items
                && (
                    (schemas.First(schema, s => s.MaxItems) ?? int.MaxValue) >= count
                    || HasArray(schemas, items, count, depth - 1)
                )
            || schemas.Properties(schema).Any(p => HasArray(schemas, p.Schema, count, depth - 1))
        );

    /// <summary>An operation that fits.</summary>
    /// <param name="specification">The specification.</param>
    /// <param name="fits">Whether an operation does.</param>
    /// <param name="what">What is missing when none does.</param>
    public static string? Of(IntegrationSpecification specification, Func<Endpoint, bool> fits, string what) =>
        specification.Endpoints.Any(fits) ? null : what;

    /// <summary>A part of the error format.</summary>
    public static string? OfErrorPart(
        IntegrationSpecification specification,
        Func<ErrorRoles, string?> part,
        string what
    ) => specification.ErrorFormat is { } format && part(format.Roles) is null ? $"{what} in its error format" : null;
}
