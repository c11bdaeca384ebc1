using System.Collections.Immutable;
using Conformance.Specification.Model;
using Conformance.Specification.Phrases;
using Conformance.Specification.Reading.Endpoints;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading;

/// <summary>The section <c>rate_limits</c>.</summary>
internal static class RateLimitsReader
{
    private static readonly ImmutableArray<(string Key, TimeSpan Window)> Windows =
    [
        ("requests_per_second", TimeSpan.FromSeconds(1)),
        ("requests_per_minute", TimeSpan.FromMinutes(1)),
        ("requests_per_hour", TimeSpan.FromHours(1)),
        ("requests_per_day", TimeSpan.FromDays(1)),
    ];

    public static RateLimits Read(MappingReader reader, ErrorFormat? errorFormat)
    {
        var exceeded = Exceeded(reader, errorFormat);
        var defaults = reader.Mapping("default", "the default limits");
        var limits = new RateLimits
        {
            Default = defaults is null ? [] : Defaults(defaults),
            Burst = defaults is null ? null : Burst(defaults),
            PerEndpoint = PerEndpoint(reader),
            Headers = RateLimitHeaderReader.Read(reader),
            ExceededResponse = exceeded,
            RetryAfterField = exceeded
                ?.Schema?.Properties.FirstOrDefault(p =>
                    p.Name.Value.Replace("_", "", StringComparison.Ordinal)
                        .StartsWith("retryafter", StringComparison.OrdinalIgnoreCase)
                )
                ?.Name.Value,
            Algorithm = reader.Word("algorithm", "fixed_window", "sliding_window", "token_bucket"),
            Partition = reader.Text("partition"),
            BestPractices = reader.Texts("best_practices"),
            Location = reader.Location,
        };
        defaults?.End();
        reader.Ignore("description");
        reader.End();
        return limits;
    }

    private static ImmutableArray<RateLimit> Defaults(MappingReader reader)
    {
        var limits = ImmutableArray.CreateBuilder<RateLimit>();
        foreach (var (key, window) in Windows)
        {
            if (reader.Integer(key) is not { } requests)
            {
                continue;
            }

            if (requests.Value > 0)
            {
                limits.Add(new RateLimit(requests, window, requests.Location));
            }
            else
            {
                reader.Context.WrongType(reader.Node(key)!, $"'{key}'", "a whole number above 0");
            }
        }

        if (reader.Phrase("limit", RatePhrase.Parse) is { } limit)
        {
            limits.Add(new RateLimit(limit.Value.Requests, limit.Value.Window, limit.Location));
        }

        return limits.ToImmutable();
    }

    private static BurstAllowance? Burst(MappingReader reader) =>
        reader.Phrase("burst_allowance", BurstPhrase.Parse) is { } burst
            ? new BurstAllowance(burst.Value.Factor, burst.Value.Duration, burst.Location)
            : null;

    /// <summary>A mapping from path to limit, or the list form, which allows several methods per path.</summary>
    private static ImmutableArray<EndpointRateLimit> PerEndpoint(MappingReader reader) =>
        reader.Value("per_endpoint") switch
        {
            YamlSequence list =>
            [
                .. list.Items.Select(item => Limit(item, null, reader.Context)).OfType<EndpointRateLimit>(),
            ],
            // A path that is written twice is an error already; what both say is read all the same.
            var node =>
            [
                .. reader
                    .Entries("per_endpoint")
                    .AddRange(node is YamlMapping mapping ? mapping.Duplicates : [])
                    .Select(e => Keyed(e, reader.Context))
                    .OfType<EndpointRateLimit>(),
            ],
        };

    /// <summary>A key is a path, or a method and a path: <c>POST /orders</c>.</summary>
    private static EndpointRateLimit? Keyed(YamlEntry entry, ReadingContext context)
    {
        var words = entry.Key.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length != 2 || !words[0].All(char.IsAsciiLetterUpper))
        {
            return Limit(entry.Value, new(entry.Key.Text, entry.Key.Location), context);
        }

        var limit = Limit(entry.Value, new(words[1], entry.Key.Location), context);
        return limit is null ? null : limit with { Method = new Located<string>(words[0], entry.Key.Location) };
    }

    private static EndpointRateLimit? Limit(YamlNode node, Located<string>? path, ReadingContext context)
    {
        if (path is not null && node is YamlScalar scalar)
        {
            var rate = RatePhrase.Parse(scalar.Text);
            if (rate.IsUnderstood)
            {
                return Limit(path, null, rate.Value, scalar.Location, null);
            }

            context.Quantity(node, $"the limit of '{path.Value}'", rate.Accepted);
            return null;
        }

        if (context.Mapping(node, "a limit") is not { } reader)
        {
            return null;
        }

        path ??= reader.RequiredText("path");
        var limit = reader.RequiredText("limit") is null ? null : reader.Phrase("limit", RatePhrase.Parse);
        var method = reader.Text("method");
        var reason = reader.Text("reason");
        reader.End();
        return path is null || limit is null ? null : Limit(path, method, limit.Value, limit.Location, reason);
    }

    private static EndpointRateLimit Limit(
        Located<string> path,
        Located<string>? method,
        (int Requests, TimeSpan Window) rate,
        SourceLocation location,
        Located<string>? reason
    ) =>
        new(
            path,
            method is null ? null : method with { Value = method.Value.ToUpperInvariant() },
            new RateLimit(rate.Requests, rate.Window, location),
            reason
        );

    private static ResponseDefinition? Exceeded(MappingReader reader, ErrorFormat? errorFormat)
    {
        if (reader.Mapping("exceeded_response", "the exceeded response") is not { } exceeded)
        {
            return null;
        }

        var status = exceeded.Integer("status") ?? new Located<int>(429, exceeded.Location);
        var response = new ResponseReader(errorFormat, null).Read(exceeded, status);
        exceeded.End();
        return response;
    }
}
