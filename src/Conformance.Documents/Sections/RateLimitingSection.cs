using System.Globalization;
using Conformance.Specification.Model;

namespace Conformance.Documents.Sections;

/// <summary>The limits, how they are told, and what happens beyond them.</summary>
internal sealed class RateLimitingSection : IDocumentSection
{
    public string Title => "Rate Limiting";

    public bool IsIn(IntegrationSpecification specification) => specification.RateLimits is not null;

    public void Write(MarkdownText text, IntegrationSpecification specification)
    {
        var limits = specification.RateLimits!;
        text.Table(
            ["Applies to", "Limit", "Reason"],
            [
                .. limits.PerEndpoint.Select(l =>
                    new[]
                    {
                        MarkdownText.Value($"{l.Method?.Value ?? "any method"} {l.Path.Value}"),
                        Words(l.Limit),
                        MarkdownText.Inline(l.Reason?.Value),
                    }
                ),
                .. limits.Default.Select(l => new[] { "every other operation", Words(l), "" }),
            ]
        );
        text.List(Terms(limits));
        if (limits.Headers is { } headers)
        {
            text.Heading(2, "Headers");
            text.Table(
                ["Header", "Meaning"],
                [
                    .. new[]
                    {
                        (headers.Limit, "requests allowed per window"),
                        (headers.Remaining, "requests left in the window"),
                        (headers.Reset, headers.ResetText?.Value ?? "when the window ends"),
                        (headers.RetryAfter, "when to try again"),
                    }
                        .Where(h => h.Item1 is not null)
                        .Select(h => new[] { MarkdownText.Value(h.Item1!.Value), MarkdownText.Inline(h.Item2) }),
                ]
            );
        }

        if (limits.ExceededResponse is { } exceeded)
        {
            text.Heading(2, "Beyond the Limit");
            text.Block(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A request beyond the limit is answered {exceeded.Status.Value}."
                )
            );
            if (exceeded.Example is { } example)
            {
                text.Json(example.Value);
            }
        }

        if (!limits.BestPractices.IsEmpty)
        {
            text.Heading(2, "Best Practices");
            text.List(limits.BestPractices.Select(p => p.Value));
        }
    }

    private static IEnumerable<string> Terms(RateLimits limits)
    {
        if (limits.Algorithm is { } algorithm)
        {
            yield return $"Requests are counted by a {algorithm.Value.Replace('_', ' ')}.";
        }

        if (limits.Partition is { } partition)
        {
            yield return $"Every {partition.Value.Replace('_', ' ')} has its own limit.";
        }

        if (limits.Burst is { } burst)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Up to {burst.Factor * 100:0.##} % of a limit may be admitted, for up to {DurationText.Of(burst.Duration)}."
            );
        }
    }

    private static string Words(RateLimit limit) =>
        string.Create(CultureInfo.InvariantCulture, $"{limit.Requests} requests {DurationText.Per(limit.Window)}");
}
