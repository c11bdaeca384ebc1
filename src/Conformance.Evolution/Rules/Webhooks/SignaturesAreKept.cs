using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Webhooks;

/// <summary>Receivers can verify deliveries as they did.</summary>
internal sealed class SignaturesAreKept()
    : EvolutionRule(
        "EVO-803",
        "Signatures are kept",
        "A receiver that verifies, as it must, refuses every delivery that is signed in another way."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair)
    {
        var (old, now) = (pair.Old.Webhooks?.Security, pair.New.Webhooks?.Security);
        var subject = pair.Section(
            "webhook signature",
            old?.Location ?? pair.Old.Webhooks?.Location,
            now?.Location ?? pair.New.Webhooks?.Location
        );
        return new[]
        {
            Promise(subject, "the scheme", Scheme(old), Scheme(now)),
            Promise(subject, "the header", Lower(old?.SignatureHeader), Lower(now?.SignatureHeader)),
            Promise(subject, "the algorithm", old?.Algorithm, now?.Algorithm),
            Promise(subject, "what is signed", old?.SignedContent, now?.SignedContent),
            Promise(
                subject,
                "the text before the digest",
                In(old?.SignaturePrefix, old?.Location),
                In(now?.SignaturePrefix, now?.Location)
            ),
        }
            .SelectMany(c => c)
            .Select(c => c with { Direction = Direction.ToConsumer });
    }

    private static Located<string>? Scheme(WebhookSecurity? security) =>
        security is null ? null : In(security.Scheme.ToString(), security.Location);

    private static Located<string>? Lower(Located<string>? name) =>
        name is null ? null : name with { Value = name.Value.ToLowerInvariant() };
}
