using System.Text.Json;
using System.Text.RegularExpressions;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.Invariants;

/// <summary>
/// Fields whose description calls them ISO 8601 are that. Only where the schema has no format of its own: a format
/// is judged with the schema.
/// </summary>
internal sealed partial class TimestampsAreIso8601 : Invariant
{
    /// <inheritdoc />
    public override IEnumerable<Judged> Judge(SeenExchange seen)
    {
        var schema = seen.DeclaredFields ?? (seen.IsError ? seen.Specification.ErrorFormat?.Schema : null);
        if (
            seen.Endpoint is not { } endpoint
            || schema is null
            || seen.Json is not { ValueKind: JsonValueKind.Object } body
        )
        {
            yield break;
        }

        foreach (var property in schema.Properties.Where(IsDescribed))
        {
            if (FieldPath.FindText(body, property.Name.Value) is not { } text)
            {
                continue;
            }

            var requirement = Contract(
                RequirementIds.Response(endpoint, seen.Status, $"body.{property.Name.Value}.iso-8601"),
                $"The target MUST write {property.Name.Value} in ISO 8601.",
                property.Schema.Location,
                "HTTP-31"
            );
            yield return new(
                requirement,
                Iso8601().IsMatch(text) ? Judgement.Held : Judgement.Broken(Finding(seen, property, text))
            );
        }
    }

    private static bool IsDescribed(SchemaProperty property) =>
        property.Schema is { Format: null, Pattern: null, Description: { } description }
        && description.Contains("ISO 8601", StringComparison.OrdinalIgnoreCase)
        && !description.Contains("duration", StringComparison.OrdinalIgnoreCase);

    private static Finding Finding(SeenExchange seen, SchemaProperty property, string text) =>
        new(
            seen.WhereInBody(property.Name.Value),
            Cited.At("a date or a time in ISO 8601, such as 2024-01-15T10:30:00Z", property.Schema.Location),
            $"string \"{Excerpt.OfText(text, 60)}\"",
            "write it as ISO 8601 does, in UTC"
        );

    // Calendar dates and times, extended or basic; the standard allows to leave the offset out.
    [GeneratedRegex(
        @"^\d{4}-?\d{2}-?\d{2}(T\d{2}:?\d{2}(:?\d{2}([.,]\d+)?)?(Z|[+-]\d{2}(:?\d{2})?)?)?$",
        RegexOptions.None,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Iso8601();
}
