using System.Collections.Immutable;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;
using Conformance.Verdicts.Checks;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;

namespace Conformance.Verdicts.Invariants;

/// <summary>
/// The declared rate-limit headers come with every response of a limited operation, as integers. Their absence only
/// warns where a request need not have reached what counts it: the specification does not say that one is counted
/// before its sender is known and permitted or its body could be read, or when the server broke.
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
        return seen.Status is 401 or 403 or >= 500 || IsUnreadable(seen)
            ? Proposal(
                $"{id}.unidentified",
                "The target SHOULD send the rate-limit headers also when it does not know, permit or understand the client, or cannot serve it.",
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

    // Frameworks refuse a body that is no JSON, too large or of another media type while they read it.
    private static bool IsUnreadable(SeenExchange seen) =>
        seen.Status is 413 or 415
        || (
            seen.Status is 400
            && (seen.Endpoint?.Request is not null || !seen.Exchange.Request.Body.IsEmpty)
            && (
                seen.Exchange.Request.ContentType is not { } type
                || !MediaTypes.IsJson(type)
                || ResponseBody.Read(seen.Exchange.Request.Body, isTruncated: false).Json is null
            )
        );
}
