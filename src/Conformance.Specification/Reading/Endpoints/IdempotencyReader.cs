using Conformance.Specification.Model;
using Conformance.Specification.Phrases;

namespace Conformance.Specification.Reading.Endpoints;

/// <summary>The block <c>idempotency</c>, of an endpoint or of the whole document.</summary>
internal static class IdempotencyReader
{
    public static IdempotencyRules? Read(MappingReader reader)
    {
        var header = reader.RequiredText("header");
        var format = reader.Mapping("format", "the format of an idempotency key");
        var fingerprint = reader.Mapping("fingerprint", "the fingerprint of a request");
        var replay = reader.Mapping("error_replay", "the replay of errors");
        var rules = new IdempotencyRules
        {
            Header = header ?? new Located<string>("Idempotency-Key", reader.Location),
            Required =
                reader.Boolean("required") ?? reader.Word("on_missing_key", "process", "reject")?.Value == "reject",
            MinLength = format?.Integer("min_length")?.Value,
            MaxLength = format?.Integer("max_length")?.Value,
            Scope = [.. reader.Texts("scope").Select(t => t.Value)],
            Retention = reader.Phrase("retention", DurationPhrase.Parse)?.Value,
            Canonicalization = fingerprint?.Word("canonicalization", "json", "raw")?.Value,
            OnReplay = Outcome(reader, "on_replay"),
            OnMismatch = Outcome(reader, "on_mismatch"),
            OnInFlight = Outcome(reader, "on_in_flight"),
            ErrorsBeforeExecution = replay?.Word("4xx_before_execution", "stored", "not_stored")?.Value,
            BusinessErrors = replay?.Word("4xx_business", "stored", "not_stored")?.Value,
            ServerErrors = replay?.Word("5xx", "stored", "not_stored")?.Value,
            Location = reader.Location,
        };
        format?.Ignore("type", "recommended");
        fingerprint?.Ignore("covers");
        reader.Ignore("on_missing_key", "description");
        format?.End();
        fingerprint?.End();
        replay?.End();
        reader.End();
        return header is null ? null : rules;
    }

    private static IdempotencyOutcome? Outcome(MappingReader reader, string key)
    {
        if (reader.Mapping(key, $"'{key}'") is not { } outcome)
        {
            return null;
        }

        var status = outcome.Integer("status");
        if (status is null && outcome.Source.Find("status") is null)
        {
            outcome.Missing("status");
        }

        var result = new IdempotencyOutcome(
            status ?? new Located<int>(0, outcome.Location),
            outcome.Text("error_code"),
            [.. outcome.Texts("match_fields").Select(t => t.Value)],
            [.. outcome.Texts("body_fields").Select(t => t.Value)],
            outcome.Text("marker_header")?.Value,
            outcome.Boolean("retry_after") ?? false,
            outcome.Location
        )
        {
            Body = outcome.Word("body", "current", "original")?.Value,
        };
        outcome.Ignore("description");
        outcome.End();
        return status is null ? null : result;
    }
}
