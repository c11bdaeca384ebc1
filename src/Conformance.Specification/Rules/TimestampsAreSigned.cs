using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>A signature that is to stop replays covers the timestamp, or receivers remember every event.</summary>
internal sealed class TimestampsAreSigned()
    : LintRule(
        "WHK-103",
        Severity.Error,
        "The webhook timestamp is not signed",
        "Whoever records one delivery can send body and signature again with a fresh timestamp header, for ever.",
        "sign \"{timestamp}.{body}\" and say so in webhooks.security.signed_content, "
            + "or declare dedupe: { key: event_id, retention: unlimited }"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        if (
            specification.Webhooks?.Security is not { TimestampHeader: { } header } security
            || security.Tolerance is null
            || security.SignedContent?.Value.Contains("timestamp", StringComparison.OrdinalIgnoreCase) == true
            || security.Dedupe is { Retention: null }
        )
        {
            yield break;
        }

        var signed = security.SignedContent?.Value ?? "the body only";
        yield return Finding(
            header.Location,
            $"webhooks.security.timestamp_header '{header.Value}' is not part of the signed content (signed: {signed}), "
                + "so replay_prevention cannot work",
            "a signature over timestamp and body",
            signed,
            related: new RelatedLocation("relies on the timestamp", security.Tolerance.Location)
        );
    }
}
