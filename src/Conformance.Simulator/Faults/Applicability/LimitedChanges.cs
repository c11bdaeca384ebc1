using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults.Applicability;

/// <summary>Limited operations that succeed once on a resource.</summary>
internal static class LimitedChanges
{
    /// <summary>What a specification lacks that has no such operation, or does not tell what remains; null when it has.</summary>
    public static string? LackOf(IntegrationSpecification specification) =>
        specification.RateLimits?.Headers?.Remaining is null ? "header that tells what remains of a limit"
        : specification.Endpoints.Any(e => IsOne(e) && (!e.RateLimits.IsEmpty || HasDefault(specification))) ? null
        : "limited operation that moves a resource on or removes it";

    /// <summary>Whether an operation moves a resource on or removes it.</summary>
    public static bool IsOne(Endpoint? endpoint) =>
        endpoint?.Resource?.Action is ResourceAction.Transition or ResourceAction.Delete;

    private static bool HasDefault(IntegrationSpecification specification) =>
        specification.RateLimits is { Default.IsEmpty: false };
}
