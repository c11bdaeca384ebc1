using System.Collections.Immutable;

namespace Conformance.Simulator;

/// <summary>Somebody who wants to be told of events.</summary>
/// <param name="Url">Where deliveries go.</param>
/// <param name="Secret">What they are signed with; as text, in the form that the signature scheme writes secrets in.</param>
public sealed record WebhookSubscription(Uri Url, string Secret)
{
    /// <summary>Names of the events that are wanted; empty for all.</summary>
    public ImmutableArray<string> Events { get; init; } = [];

    /// <summary>Whether an event is wanted.</summary>
    internal bool Wants(string name) => Events.IsDefaultOrEmpty || Events.Contains(name, StringComparer.Ordinal);
}
