using System.Collections.Immutable;
using System.Globalization;
using Conformance.Specification.Model;

namespace Conformance.Documents.Sections;

/// <summary>The scenarios that are written down, by kind.</summary>
internal sealed class TestingSection : IDocumentSection
{
    private static readonly ImmutableDictionary<ScenarioKind, string> Titles = new Dictionary<ScenarioKind, string>
    {
        [ScenarioKind.HappyPath] = "Happy Path",
        [ScenarioKind.ValidationErrors] = "Validation Errors",
        [ScenarioKind.EdgeCases] = "Edge Cases",
        [ScenarioKind.Idempotency] = "Idempotency",
        [ScenarioKind.RateLimit] = "Rate Limit",
        [ScenarioKind.AuthRefresh] = "Token Refresh",
        [ScenarioKind.Webhooks] = "Webhooks",
    }.ToImmutableDictionary();

    public string Title => "Testing";

    public bool IsIn(IntegrationSpecification specification) =>
        !specification.TestScenarios.IsEmpty || !specification.Profiles.IsEmpty;

    public void Write(MarkdownText text, IntegrationSpecification specification)
    {
        foreach (var kind in specification.TestScenarios.GroupBy(s => s.Kind))
        {
            text.Heading(2, Titles.GetValueOrDefault(kind.Key, kind.Key.ToString()));
            foreach (var scenario in kind)
            {
                text.Label(scenario.Name.Value);
                text.List(Lines(scenario));
                text.List(scenario.Steps.Select(s => s.Text.Value), isNumbered: true);
            }
        }

        WriteProfiles(text, specification);
    }

    private static void WriteProfiles(MarkdownText text, IntegrationSpecification specification)
    {
        if (specification.Profiles.IsEmpty)
        {
            return;
        }

        text.Heading(2, "Profiles");
        text.Paragraph("A target may be held to a part of this document: to the requirements of a profile.");
        foreach (var profile in specification.Profiles)
        {
            text.Label(profile.Name.Value);
            text.List([
                .. (profile.Description?.Value is { } description ? [description] : Array.Empty<string>()),
                $"Requirements: {Ids(profile.Requirements)}"
                    + (profile.Except.IsEmpty ? "" : $", except {Ids(profile.Except)}"),
            ]);
        }
    }

    private static string Ids(IEnumerable<Located<string>> patterns) =>
        string.Join(", ", patterns.Select(p => p.Value));

    private static IEnumerable<string> Lines(TestScenario scenario)
    {
        foreach (var precondition in scenario.Preconditions)
        {
            yield return $"Given: {precondition.Value}";
        }

        if (scenario.Setup is { } setup)
        {
            yield return $"Given: {setup.Value}";
        }

        if (scenario.Steps.IsEmpty && scenario.Endpoint is { } endpoint)
        {
            yield return $"When: {endpoint.Name}"
                + (scenario.Payload is { } payload ? $" with {payload.Text.Value}" : "");
        }

        if (scenario.ExpectedStatus is { } status)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Then: {status.Value}")
                + (scenario.ExpectedError is { } error ? $" {error.Value}" : "")
                + (
                    scenario.ResponseContains.IsEmpty
                        ? ""
                        : ", with " + string.Join(", ", scenario.ResponseContains.Select(f => f.Value))
                );
        }

        foreach (var postcondition in scenario.Postconditions)
        {
            yield return $"And: {postcondition.Text.Value}"
                + (postcondition.Probe is { } probe ? $" (observed by {probe.Endpoint.Name})" : "");
        }
    }
}
