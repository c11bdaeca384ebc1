using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Conformance.Specification.Model;
using Conformance.Specification.Phrases;
using Conformance.Specification.Reading.Schemas;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading;

/// <summary>The section <c>webhooks</c>.</summary>
internal static partial class WebhooksReader
{
    public static Webhooks Read(MappingReader reader)
    {
        var overview = reader.Mapping("overview", "the overview of webhooks");
        var configuration = reader.Mapping("configuration", "the configuration of webhooks");
        var response = reader.Mapping("expected_response", "the expected response");
        var webhooks = new Webhooks
        {
            Description = overview?.Text("description"),
            Delivery = overview?.Text("delivery"),
            Format = overview?.Text("format"),
            EndpointUrl = configuration?.Text("endpoint_url"),
            SecretKey = configuration?.Text("secret_key"),
            Subscriptions = configuration?.Texts("events") ?? [],
            Security = reader.Mapping("security", "the security of webhooks") is { } security
                ? Security(security)
                : null,
            Envelope = reader.Value("payload_structure") is { } envelope
                ? BodyReader.Shape(envelope, reader.Context)
                : null,
            Retry = reader.Mapping("retry_policy", "the retry policy") is { } retry ? Retry(retry, response) : null,
            ExpectedResponse = response?.Text("status"),
            Events = [.. reader.Entries("events").Select(e => Event(e, reader.Context)).OfType<WebhookEvent>()],
            Location = reader.Location,
        };
        response?.Ignore("body");
        overview?.End();
        configuration?.End();
        response?.End();
        reader.End();
        return webhooks;
    }

    private static WebhookSecurity Security(MappingReader reader)
    {
        var examples = reader
            .Entries("verification_example")
            .Select(e => KeyValuePair.Create(e.Key.Text, reader.Context.Text(e.Value, "example code")))
            .Where(e => e.Value is not null)
            .Select(e => KeyValuePair.Create(e.Key, e.Value!))
            .ToImmutableArray();
        var scheme = Scheme(reader);
        var security = new WebhookSecurity(
            reader.Text("signature_header"),
            reader.Text("signature_algorithm"),
            reader.Text("timestamp_header"),
            reader.Phrase("replay_prevention", ReplayPreventionPhrase.Parse),
            reader.Text("signed_content"),
            reader.Text("signature_prefix")?.Value ?? PrefixOf(examples),
            reader.Word("timestamp_format", "unix-seconds", "rfc3339"),
            examples,
            reader.Location
        )
        {
            Dedupe = Dedupe(reader),
            Scheme = scheme,
            TimestampScope = reader.Word("timestamp_scope", "attempt", "event")?.Value,
        };
        reader.End();
        return security;
    }

    private static WebhookScheme Scheme(MappingReader reader) =>
        reader.Word("scheme", "declared", "standard-webhooks", "stripe", "github")?.Value switch
        {
            "standard-webhooks" => WebhookScheme.StandardWebhooks,
            "stripe" => WebhookScheme.Stripe,
            "github" => WebhookScheme.GitHub,
            _ => WebhookScheme.Declared,
        };

    /// <summary>The prefix that the example code puts before the digest, for example <c>sha256=</c>.</summary>
    private static string PrefixOf(ImmutableArray<KeyValuePair<string, Located<string>>> examples) =>
        examples.Select(e => Prefix().Match(e.Value.Value)).FirstOrDefault(m => m.Success)?.Groups["prefix"].Value
        ?? "";

    private static WebhookDedupe? Dedupe(MappingReader reader)
    {
        if (reader.Mapping("dedupe", "the recognition of repeated events") is not { } dedupe)
        {
            return null;
        }

        var key = dedupe.RequiredText("key");
        var isUnlimited = dedupe.Text("retention") is null or { Value: "unlimited" or "forever" };
        var retention = isUnlimited ? null : dedupe.Phrase("retention", DurationPhrase.Parse);
        dedupe.End();
        return key is null ? null : new WebhookDedupe(key, retention?.Value, dedupe.Location);
    }

    private static WebhookRetryPolicy Retry(MappingReader reader, MappingReader? response)
    {
        var schedule = reader.Texts("schedule").Select(text => Step(text, reader.Context)).OfType<Located<TimeSpan>>();
        var policy = new WebhookRetryPolicy(
            reader.Integer("attempts"),
            [.. schedule],
            reader.Word("schedule_meaning", "gaps", "offsets"),
            (
                reader.Phrase("success_criteria", SuccessCriteriaPhrase.Parse)
                ?? response?.Phrase("status", SuccessCriteriaPhrase.Parse)
            )?.Value,
            reader.Text("success_criteria"),
            reader.Text("failure_action"),
            reader.Location
        );
        reader.End();
        return policy;
    }

    private static Located<TimeSpan>? Step(Located<string> text, ReadingContext context)
    {
        var result = DurationPhrase.Parse(text.Value);
        if (result.IsUnderstood)
        {
            return new Located<TimeSpan>(result.Value, text.Location);
        }

        context.Diagnostics.Report(
            Diagnostics.LoaderRules.Quantity,
            text.Location,
            $"an entry of 'schedule' cannot be read: \"{text.Value}\"",
            result.Accepted,
            text.Value,
            "write it in one of the accepted forms"
        );
        return null;
    }

    private static WebhookEvent? Event(YamlEntry entry, ReadingContext context)
    {
        if (context.Mapping(entry.Value, $"event '{entry.Key.Text}'") is not { } reader)
        {
            return null;
        }

        var declared = new WebhookEvent(
            new Located<string>(entry.Key.Text, entry.Key.Location),
            reader.Text("description"),
            reader.Value("payload") is { } payload ? BodyReader.Shape(payload, context) : null,
            reader.Texts("triggered_by"),
            reader.Location
        );
        reader.End();
        return declared;
    }

    [GeneratedRegex(
        @"[""'`](?<prefix>(sha|v)\d{1,4}=)\s*([{$]|[""'`]\s*\+)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Prefix();
}
