using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Conformance.Specification.Model;
using Conformance.Specification.Phrases;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading;

/// <summary>The section <c>environments</c>.</summary>
internal static partial class EnvironmentsReader
{
    public static ImmutableArray<TargetEnvironment> Read(MappingReader root) =>
        [.. root.Entries("environments").Select(e => One(e, root.Context)).OfType<TargetEnvironment>()];

    private static TargetEnvironment? One(YamlEntry entry, ReadingContext context)
    {
        if (context.Mapping(entry.Value, $"environment '{entry.Key.Text}'") is not { } reader)
        {
            return null;
        }

        var states = reader.Mapping("provider_states", "the provider states");
        var environment = new TargetEnvironment
        {
            Name = new Located<string>(entry.Key.Text, entry.Key.Location),
            Kind =
                reader.Phrase("kind", EnvironmentKindPhrase.Parse)?.Value
                ?? EnvironmentKindPhrase.OfName(entry.Key.Text),
            BaseUrl = Url(reader, "base_url"),
            TokenUrl = reader.Text("token_url"),
            Purpose = reader.Text("purpose"),
            RateLimitFactor = reader.Phrase("rate_limits", FactorPhrase.Parse),
            Data = reader.Text("data"),
            Credentials = reader.Text("credentials"),
            Sla = reader.Mapping("sla", "the service level") is { } sla ? ServiceLevel(sla) : null,
            MaintenanceWindow = reader.Phrase("maintenance_window", MaintenancePhrase.Parse) is { } window
                ? new MaintenanceWindow(window.Value.Day, window.Value.From, window.Value.To, window.Location)
                : null,
            Support = reader.Text("support"),
            ProviderStatesUrl = states?.Text("url"),
            Fixtures = states is null ? [] : [.. states.Entries("fixtures").Select(e => Fixture(e, context))],
            TestClockUrl = reader.Text("test_clock"),
            TimeScale = TimeScale(reader),
            Webhooks = reader.Mapping("webhooks", "the webhooks of the environment") is { } webhooks
                ? WebhookRegistrationReader.Read(webhooks)
                : null,
            Location = reader.Location,
        };
        states?.End();
        reader.End();
        return environment;
    }

    private static Located<string>? Url(MappingReader reader, string key)
    {
        var text = reader.Text(key);
        if (
            text is null
            || (Uri.TryCreate(text.Value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            || text.Value.StartsWith('{')
        )
        {
            return text;
        }

        reader.Context.WrongType(reader.Node(key)!, $"'{key}'", "an absolute URL such as \"https://api.example.com\"");
        return null;
    }

    private static decimal TimeScale(MappingReader reader)
    {
        var scale = reader.Number("time_scale");
        if (scale is { Value: <= 0 })
        {
            reader.Context.WrongType(reader.Node("time_scale")!, "'time_scale'", "a number above 0");
            return 1;
        }

        return scale?.Value ?? 1;
    }

    private static StateFixture Fixture(YamlEntry entry, ReadingContext context)
    {
        var values = context.Mapping(entry.Value, $"the fixture '{entry.Key.Text}'")?.Source.Entries ?? [];
        return new StateFixture(
            new Located<string>(entry.Key.Text, entry.Key.Location),
            [.. values.Select(e => KeyValuePair.Create(e.Key.Text, YamlJson.Element(e.Value)))]
        );
    }

    private static ServiceLevel ServiceLevel(MappingReader reader)
    {
        var times = ImmutableArray.CreateBuilder<KeyValuePair<int, Located<TimeSpan>>>();
        foreach (var key in reader.Source.Entries.Select(e => e.Key.Text))
        {
            if (
                Percentile().Match(key) is { Success: true } match
                && reader.Phrase(key, LatencyPhrase.Parse) is { } time
            )
            {
                times.Add(KeyValuePair.Create(int.Parse(match.Groups["p"].Value, CultureInfo.InvariantCulture), time));
            }
        }

        var level = new ServiceLevel(reader.Phrase("uptime", PercentPhrase.Parse), times.ToImmutable(), reader.Location)
        {
            MaintenanceExcluded = reader.Boolean("maintenance_excluded"),
            Measurement = reader.Text("measurement"),
            ClientTimeout = reader.Phrase("client_timeout", DurationPhrase.ParseSeconds),
        };
        reader.Ignore("response_time_p50", "response_time_p95", "response_time_p99");
        reader.End();
        return level;
    }

    [GeneratedRegex(@"^response_time_p(?<p>\d{1,2})$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Percentile();
}
