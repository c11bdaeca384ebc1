using System.Collections.Immutable;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Deliveries;
using Conformance.Scenarios.Expectations;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.Webhooks;

/// <summary>
/// The values that an event and the API have in common: what identifies the resource, the state before and after, and
/// fields of the same name.
/// </summary>
internal sealed class SharedValues(TriggeredEvent of)
{
    private static readonly string[] Before = ["previous_", "old_", "from_", "prior_", "former_"];
    private static readonly string[] After = ["current_", "new_", "to_"];

    private readonly ResourceRole role = of.Trigger.Endpoint.Resource!;
    private readonly DeliveryFields fields = DeliveryFields.Of(of.Trigger.Context.Specification.Webhooks!);

    /// <summary>Those that follow from what the event is: a delivery with another value is about something else.</summary>
    public ImmutableArray<SharedValue> Telling =>
        [
            .. Identifiers(),
            .. States(),
            .. role.Action switch
            {
                ResourceAction.Create => Lasting(),
                ResourceAction.Update => Changed(),
                _ => [],
            },
        ];

    /// <summary>The others.</summary>
    public ImmutableArray<SharedValue> Others
    {
        get
        {
            var said = Telling.Select(v => v.Field).ToHashSet(StringComparer.Ordinal);
            return [.. Common().Where(v => !said.Contains(v.Field))];
        }
    }

    private IEnumerable<SharedValue> Identifiers()
    {
        if (fields.ObjectId is { } path)
        {
            yield return new(path, of.CreationStep, role.Identifier.Value);
        }

        if (Own.Any(p => p.Name.Value == role.Identifier.Value))
        {
            yield return new(role.Identifier.Value, of.CreationStep, role.Identifier.Value);
        }
    }

    // previous_status is the status as it was made, or one that the transition may start from; current_status is the
    // one that the transition sets.
    private IEnumerable<SharedValue> States()
    {
        if (role.Action is not (ResourceAction.Transition or ResourceAction.Update))
        {
            yield break;
        }

        foreach (var name in Own.Select(p => p.Name.Value))
        {
            if (Stem(name, Before) is { } was && role.From.FirstOrDefault(f => f.Key == was) is { Key: not null } from)
            {
                yield return new(name, of.CreationStep, was) { Allowed = from.Value };
            }
            else if (
                (Stem(name, After) ?? name) is { } now
                && role.Sets.FirstOrDefault(s => s.Key == now) is { Key: not null } set
            )
            {
                yield return new(name, EndpointContext.RequestStep, now) { Allowed = [set.Value] };
            }
        }
    }

    // What a resource was made with lasts at least until its creation is told: all but what moves by itself, and times,
    // which a provider may take from another clock.
    private IEnumerable<SharedValue> Lasting()
    {
        var moving = new ResourceForms(of.Trigger.Context, role.Type).Moving;
        return Common()
            .Where(v => !moving.Contains(v.Field) && !ResourceForms.IsTouched(v.Field))
            .Where(v => !IsTime(Answered.FirstOrDefault(p => p.Name.Value == v.Field)));
    }

    // What the call itself asked for is what the event is about.
    private IEnumerable<SharedValue> Changed() => Common().Where(v => Sent.Any(p => p.Name.Value == v.Field));

    private IEnumerable<SharedValue> Common() =>
        Own.Select(p => p.Name.Value)
            .Where(name => Answered.Concat(Sent).Any(p => p.Name.Value == name))
            .Select(name => new SharedValue(name, EndpointContext.RequestStep, name));

    private static string? Stem(string name, string[] prefixes) =>
        prefixes
            .Where(prefix => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(prefix => name[prefix.Length..])
            .FirstOrDefault();

    private static bool IsTime(SchemaProperty? property) =>
        property is null
            ? false
            : property.Schema.Format is "date-time" or "date" or "time"
                || property.Name.Value.EndsWith("_at", StringComparison.Ordinal);

    private ImmutableArray<SchemaProperty> Own =>
        of.Event.Payload is { } payload ? of.Trigger.Context.Effective.Of(payload).Properties : [];

    private ImmutableArray<SchemaProperty> Answered =>
        of.Trigger.BodyOf(ResourceLife.SuccessStatus(of.Trigger.Endpoint))?.Properties ?? [];

    private ImmutableArray<SchemaProperty> Sent =>
        of.Trigger.Endpoint.Request is { } body ? of.Trigger.Context.Effective.Of(body.Schema).Properties : [];
}
