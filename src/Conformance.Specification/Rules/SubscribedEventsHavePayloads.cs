using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Every event one may subscribe to has a payload, and every event with a payload may be subscribed to.</summary>
internal sealed class SubscribedEventsHavePayloads()
    : LintRule(
        "WHK-107",
        Severity.Error,
        "Subscriptions and events differ",
        "A receiver cannot handle an event whose payload nobody wrote down, or get one that cannot be subscribed to.",
        "add the event under webhooks.events with its payload, or to webhooks.configuration.events"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        if (specification.Webhooks is not { Events.IsEmpty: false, Subscriptions.IsEmpty: false } webhooks)
        {
            yield break;
        }

        foreach (var name in webhooks.Subscriptions)
        {
            if (webhooks.Events.FirstOrDefault(e => e.Name.Value == name.Value) is not { Payload: not null })
            {
                yield return Finding(
                    name.Location,
                    $"event '{name.Value}' is in configuration.events but has no payload",
                    "an entry under webhooks.events with a payload",
                    fix: $"add to webhooks.events: {name.Value}: {{ description: ..., payload: {{ ... }} }}"
                );
            }
        }

        foreach (var declared in webhooks.Events)
        {
            if (webhooks.Subscriptions.All(s => s.Value != declared.Name.Value))
            {
                yield return Finding(
                    declared.Name.Location,
                    $"event '{declared.Name.Value}' has a payload but is not in configuration.events",
                    fix: $"add \"{declared.Name.Value}\" to webhooks.configuration.events"
                );
            }
        }
    }
}
