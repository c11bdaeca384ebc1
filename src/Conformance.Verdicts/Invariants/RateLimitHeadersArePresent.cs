using System.Collections.Immutable;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;
using Conformance.Verdicts.Checks;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;

namespace Conformance.Verdicts.Invariants;

/// <summary>
/// The declared rate-limit headers come with every response of a limited operation, as integers. With 401 and 5xx
/// their absence only warns: the specification does not say that a request is counted before its sender is known, or
/// when the server broke.
/// </summary>
internal sealed class RateLimitHeadersArePresent : Invariant
{
    /// <inheritdoc />
    public override IEnumerable<Judged> Judge(SeenExchange seen)
    {
        if (
            seen.Specification.RateLimits is not { Headers: { } names }
            || seen.Endpoint is not { } endpoint
            || PublishedLimits.Of(seen.Context, endpoint).IsEmpty
        )
        {
            yield break;
        }

        yield return new(RequirementOf(seen, names), Judgement.Broken([.. RateLimitHeadersAre.Malformed(seen, names)]));
    }

    /// <summary>The declared names, compared without case.</summary>
    /// <param name="seen">The exchange.</param>
    internal static ImmutableHashSet<string> Names(SeenExchange seen)
    {
        var names = seen.Specification.RateLimits?.Headers;
        return new[] { names?.Limit, names?.Remaining, names?.Reset }
            .OfType<Located<string>>()
            .Select(n => n.Value)
            .ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private static Requirement RequirementOf(SeenExchange seen, RateLimitHeaders names)
    {
        var id = RequirementIds.Section("rate_limits", "headers");
        return seen.Status is 401 or >= 500
            ? Proposal(
                $"{id}.unidentified",
                "The target SHOULD send the rate-limit headers also when it does not know or cannot serve the client.",
                names.Location,
                "RTL-06"
            )
            : Contract(
                id,
                "The target MUST send the declared rate-limit headers with every response of a limited operation.",
                names.Location,
                "RTL-06",
                "RTL-07"
            );
    }
}
