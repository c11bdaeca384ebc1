using Conformance.Scenarios.Payloads;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Requirements;

/// <summary>
/// The sentences about a run as a whole; each null where the specification does not say it. That remaining only falls
/// and reset stands still follows from a fixed window, so it is only demanded where one is declared.
/// </summary>
internal static class RunSentences
{
    /// <summary>All of them that the specification says.</summary>
    public static IEnumerable<Requirement> All(IntegrationSpecification specification, EffectiveSchema effective) =>
        new[]
        {
            LimitIsConstant(specification),
            RemainingNeverRises(specification),
            ResetStandsStill(specification),
            RequestIdsAreUnique(specification),
            ErrorTimestampsMoveOn(specification),
            AnswersArriveWhole(specification),
            IdentifiersAreUnique(specification, effective),
        }.OfType<Requirement>();

    /// <summary>One limit for each operation (STANDARDS RTL-08).</summary>
    public static Requirement? LimitIsConstant(IntegrationSpecification specification) =>
        Headers(specification)?.Limit is { } limit
            ? Contract(
                RequirementIds.Section("rate_limits", "headers", "limit", "constant"),
                $"The target MUST publish one limit for each operation in {limit.Value}.",
                limit.Location,
                "RTL-08"
            )
            : null;

    /// <summary>What is left never becomes more (STANDARDS RTL-10).</summary>
    public static Requirement? RemainingNeverRises(IntegrationSpecification specification) =>
        FixedWindow(specification)?.Remaining is { } remaining
            ? Contract(
                RequirementIds.Section("rate_limits", "headers", "remaining", "falls"),
                $"The target MUST NOT let {remaining.Value} rise inside a fixed window.",
                remaining.Location,
                "RTL-10"
            )
            : null;

    /// <summary>A window has one end (STANDARDS RTL-12).</summary>
    public static Requirement? ResetStandsStill(IntegrationSpecification specification) =>
        FixedWindow(specification)?.Reset is { } reset
            ? Contract(
                RequirementIds.Section("rate_limits", "headers", "reset", "fixed"),
                $"The target MUST name one end for each fixed window in {reset.Value}.",
                reset.Location,
                "RTL-12"
            )
            : null;

    /// <summary>A request id leads to one request (STANDARDS ERR-05).</summary>
    public static Requirement? RequestIdsAreUnique(IntegrationSpecification specification) =>
        specification is { ErrorFormat: { Roles.RequestId: { } field } format, Endpoints.IsEmpty: false }
            ? Contract(
                RequirementIds.Section("error_format", "request_id", "unique"),
                $"The target MUST give each request a {field} of its own, so that support can find it.",
                format.Location,
                "ERR-05"
            )
            : null;

    /// <summary>Errors tell the time they happened (STANDARDS ERR-06).</summary>
    public static Requirement? ErrorTimestampsMoveOn(IntegrationSpecification specification) =>
        specification is { ErrorFormat: { Roles.Timestamp: { } field } format, Endpoints.IsEmpty: false }
            ? Contract(
                RequirementIds.Section("error_format", "timestamp", "moves"),
                $"The target MUST tell in {field} when each error happened.",
                format.Location,
                "ERR-06"
            )
            : null;

    /// <summary>Requests are answered with a declared status (STANDARDS HTTP-22).</summary>
    public static Requirement? AnswersArriveWhole(IntegrationSpecification specification) =>
        specification.Endpoints.FirstOrDefault() is { } first
            ? Contract(
                RequirementIds.Section("endpoints", "answered"),
                "The target MUST answer every request of a declared operation, and send its answer to the end.",
                first.Location,
                "HTTP-22"
            ) with
            {
                References = ["HTTP-22", "RFC 9112 sections 6.3 and 8"],
            }
            : null;

    /// <summary>An identifier leads to one resource (STANDARDS IDM-01).</summary>
    public static Requirement? IdentifiersAreUnique(
        IntegrationSpecification specification,
        EffectiveSchema effective
    ) =>
        specification.Endpoints.FirstOrDefault(e => NamesItsResources(e, specification, effective)) is { } creation
            ? Contract(
                RequirementIds.Section("resources", "identifier", "unique"),
                "The target MUST give every resource it creates an identifier of its own.",
                creation.Resource!.Identifier.Location,
                "IDM-01"
            )
            : null;

    // An identifier that the client chooses may come twice, and so may that of a resource that was deleted.
    private static bool NamesItsResources(
        Endpoint endpoint,
        IntegrationSpecification specification,
        EffectiveSchema effective
    ) =>
        endpoint is { Resource: { Action: ResourceAction.Create } role, Method.Value: "POST" }
        && endpoint.FindResponse(201) is not null
        && (
            endpoint.Request is not { } request
            || effective.Of(request.Schema).Properties.All(p => p.Name.Value != role.Identifier.Value)
        )
        && specification.Endpoints.All(e =>
            e.Resource is not { Action: ResourceAction.Delete } other || other.Type.Value != role.Type.Value
        );

    private static RateLimitHeaders? Headers(IntegrationSpecification specification) =>
        specification.RateLimits is { Headers: { } names } limits
        && specification.Endpoints.Any(e => !e.RateLimits.IsEmpty || !limits.Default.IsEmpty)
            ? names
            : null;

    private static RateLimitHeaders? FixedWindow(IntegrationSpecification specification) =>
        specification.RateLimits?.Algorithm?.Value is "fixed_window"
        && Headers(specification) is { Limit: not null, Reset: not null } names
            ? names
            : null;

    private static Requirement Contract(string id, string statement, SourceLocation location, string reference) =>
        Sentences.Contract(id, statement, location, reference);
}
