using Conformance.Specification.Model;

namespace Conformance.Scenarios.Compiling;

/// <summary>Scenario kinds as the specification spells them.</summary>
public static class KindNames
{
    /// <summary>The key under <c>test_scenarios</c>.</summary>
    /// <param name="kind">The kind.</param>
    public static string Of(ScenarioKind kind) =>
        kind switch
        {
            ScenarioKind.HappyPath => "happy_path",
            ScenarioKind.ValidationErrors => "validation_errors",
            ScenarioKind.EdgeCases => "edge_cases",
            ScenarioKind.Idempotency => "idempotency",
            ScenarioKind.RateLimit => "rate_limit",
            ScenarioKind.AuthRefresh => "auth_refresh",
            ScenarioKind.Webhooks => "webhooks",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a scenario kind."),
        };

    /// <summary>All names, in the order of the kinds.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<ScenarioKind>().Select(Of)];
}
