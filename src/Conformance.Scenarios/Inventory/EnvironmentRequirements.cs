using System.Globalization;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Inventory;

/// <summary>What is promised of single environments: factors of limits, service levels, data and credentials.</summary>
internal sealed class EnvironmentRequirements : IRequirementSource
{
    private readonly Entries entries = new(InventorySection.Environments);

    /// <inheritdoc />
    public IEnumerable<InventoryEntry> Of(InventoryContext context) =>
        context.Specification.Environments.SelectMany(environment =>
            Limits(context, environment).Concat(Levels(environment)).Concat(Prose(environment))
        );

    private IEnumerable<InventoryEntry> Limits(InventoryContext context, TargetEnvironment environment)
    {
        if (environment.RateLimitFactor is not { } factor)
        {
            yield break;
        }

        var requirement = Sentence(
            environment,
            "rate_limits",
            string.Create(
                CultureInfo.InvariantCulture,
                $"The target MUST apply {factor.Value} times the published limits."
            ),
            factor.Location
        );
        var judged =
            context.Specification.Endpoints.FirstOrDefault(e => !e.RateLimits.IsEmpty)
            ?? context.Specification.Endpoints.FirstOrDefault();
        yield return context.Options.Environment?.Name.Value == environment.Name.Value && judged is not null
            ? entries.ByCase(requirement, RequirementIds.Operation(judged, "rate_limit.enforced"))
            : entries.NotObserved(requirement, Elsewhere(environment));
    }

    private IEnumerable<InventoryEntry> Levels(TargetEnvironment environment)
    {
        if (environment.Sla?.UptimePercent is { } uptime)
        {
            yield return entries.NotObserved(
                Sentence(
                    environment,
                    "sla.uptime",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The target MUST be available {uptime.Value} % of the time."
                    ),
                    uptime.Location
                ),
                Reasons.NeedsMoreThanARun
            );
        }

        foreach (var (percentile, time) in environment.Sla?.ResponseTimes ?? [])
        {
            yield return entries.NotObserved(
                Sentence(
                    environment,
                    $"sla.response_time_p{percentile}",
                    $"The target MUST answer {percentile} % of requests in {time.Value.TotalMilliseconds} ms.",
                    time.Location
                ),
                $"{Reasons.NeedsMoreThanARun} The notes of a run tell what it measured."
            );
        }

        if (environment.MaintenanceWindow is { } window)
        {
            yield return entries.NotObserved(
                Sentence(
                    environment,
                    "maintenance_window",
                    $"The target MUST be down for maintenance on {window.Day}, {window.From:HH:mm}-{window.To:HH:mm} UTC only.",
                    window.Location
                ),
                $"{Reasons.NeedsMoreThanARun} A run refuses to start inside the window."
            );
        }
    }

    private IEnumerable<InventoryEntry> Prose(TargetEnvironment environment)
    {
        if (environment.Data is { } data)
        {
            yield return entries.NotObserved(
                Sentence(
                    environment,
                    "data",
                    $"The data of {environment.Name.Value} MUST be as described: {data.Value}.",
                    data.Location
                ),
                Reasons.Prose
            );
        }

        if (environment.Credentials is { } credentials)
        {
            yield return entries.NotObserved(
                Sentence(
                    environment,
                    "credentials",
                    $"The credentials of {environment.Name.Value} MUST be as described: {credentials.Value}.",
                    credentials.Location
                ),
                "It needs the credentials of another environment."
            );
        }
    }

    private static string Elsewhere(TargetEnvironment environment) =>
        $"It shows with --environment {environment.Name.Value} only.";

    private static Requirement Sentence(
        TargetEnvironment environment,
        string aspect,
        string statement,
        SourceLocation location
    ) => Sentences.Contract(RequirementIds.Section("environments", environment.Name, aspect), statement, location);
}
