using System.Globalization;
using Conformance.Specification.Model;

namespace Conformance.Documents.Sections;

/// <summary>Where the provider answers, and what differs between the places.</summary>
internal sealed class EnvironmentsSection : IDocumentSection
{
    public string Title => "Environments";

    public bool IsIn(IntegrationSpecification specification) => !specification.Environments.IsEmpty;

    public void Write(MarkdownText text, IntegrationSpecification specification)
    {
        var all = specification.Environments;
        var facts = new (string Name, Func<TargetEnvironment, string?> Of)[]
        {
            ("Purpose", e => e.Purpose?.Value),
            ("Base URL", e => e.BaseUrl?.Value),
            ("Token URL", e => e.TokenUrl?.Value),
            ("Rate limits", Factor),
            ("Data", e => e.Data?.Value),
            ("Credentials", e => e.Credentials?.Value),
            ("Uptime", e => e.Sla?.UptimePercent is { } uptime ? $"{uptime.Value}%" : null),
            ("Response times", e => e.Sla is { } sla ? string.Join(", ", Times(sla)) : null),
            ("Maintenance", e => e.MaintenanceWindow is { } window ? Words(window) : null),
            ("Support", e => e.Support?.Value),
        };
        text.Table(
            ["Environment", .. all.Select(e => MarkdownText.Inline(e.Name.Value))],
            [
                .. facts
                    .Where(f => all.Any(e => !string.IsNullOrEmpty(f.Of(e))))
                    .Select(f => (string?[])[$"**{f.Name}**", .. all.Select(e => MarkdownText.Inline(f.Of(e)))]),
            ]
        );
    }

    private static string? Factor(TargetEnvironment environment) =>
        environment.RateLimitFactor is not { } factor ? null
        : factor.Value == 1 ? "as published"
        : string.Create(CultureInfo.InvariantCulture, $"{factor.Value:0.##} times the published limits");

    private static IEnumerable<string> Times(ServiceLevel level) =>
        level.ResponseTimes.Select(t =>
            string.Create(CultureInfo.InvariantCulture, $"p{t.Key} under {DurationText.Of(t.Value.Value)}")
        );

    private static string Words(MaintenanceWindow window) =>
        string.Create(CultureInfo.InvariantCulture, $"{window.Day}s {window.From:HH\\:mm} to {window.To:HH\\:mm} UTC");
}
