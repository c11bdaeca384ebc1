using System.Text.RegularExpressions;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Phrases;

namespace Conformance.Specification.Rules;

/// <summary>At-least-once deliveries can be recognised and put in order.</summary>
internal sealed partial class EventsAreRecognised()
    : AdvisoryRule(
        "WHK-109",
        Severity.Warning,
        "Duplicates or order of deliveries are not dealt with",
        "At-least-once means twice now and then, and a retry overtakes: a receiver that does not know ships twice, or an old state last.",
        "declare webhooks.security.dedupe, and say in webhooks.overview.delivery whether events keep their order"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        if (specification.Webhooks is not { Delivery: { } delivery } webhooks || !AtLeastOnce().IsMatch(delivery.Value))
        {
            yield break;
        }

        var missing = new[]
        {
            webhooks.Security?.Dedupe is null ? "there is no dedupe key and retention" : null,
            Order().IsMatch(delivery.Value) ? null : "ordering is not stated",
        }.OfType<string>();
        if (missing.Any())
        {
            yield return Finding(
                delivery.Location,
                $"delivery is at-least-once, but {string.Join(", and ", missing)}",
                "dedupe, and a word on the order"
            );
        }
    }

    [GeneratedRegex(@"at[\s-]+least[\s-]+once", Words.Options, Words.Timeout)]
    private static partial Regex AtLeastOnce();

    [GeneratedRegex(@"\b(un)?order(ed|ing)?\b|\bsequence\b", Words.Options, Words.Timeout)]
    private static partial Regex Order();
}
