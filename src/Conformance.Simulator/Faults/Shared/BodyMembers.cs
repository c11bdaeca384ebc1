using System.Text.Json.Nodes;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults.Shared;

/// <summary>One member of a body, with what the specification says of it.</summary>
/// <param name="Parent">The object it belongs to.</param>
/// <param name="Property">Its declaration.</param>
internal sealed record BodyMember(JsonObject Parent, SchemaProperty Property)
{
    /// <summary>Its value; setting it changes the body.</summary>
    public JsonNode? Value
    {
        get => Parent[Property.Name.Value];
        set => Parent[Property.Name.Value] = value;
    }

    /// <summary>Takes it out of the body.</summary>
    public void Remove() => Parent.Remove(Property.Name.Value);
}

/// <summary>Walks the declared members of an answer's body.</summary>
internal static class BodyMembers
{
    /// <summary>The successful answer to an operation with every member that fits changed.</summary>
    /// <param name="reply">The honest answer.</param>
    /// <param name="call">The call.</param>
    /// <param name="fits">Which members are meant.</param>
    /// <param name="change">What is done to them.</param>
    public static Reply ChangeMembers(
        this Reply reply,
        Call call,
        Func<BodyMember, bool> fits,
        Action<BodyMember> change
    )
    {
        var schema = reply.IsSuccess ? call.Endpoint?.FindResponse(reply.Status)?.Schema : null;
        return schema is null
            ? reply
            : reply.Edit(body =>
            {
                Walk(call, schema, body).Where(fits).ToList().ForEach(change);
                return body;
            });
    }

    /// <summary>The declared format of a member, or null.</summary>
    public static string? Format(this BodyMember member, Call call) =>
        call.World.Schemas.First(member.Property.Schema, s => s.Format);

    private static IEnumerable<BodyMember> Walk(Call call, SchemaNode schema, JsonNode? node) =>
        node switch
        {
            JsonObject members => call
                .World.Schemas.Properties(schema)
                .Where(p => members.ContainsKey(p.Name.Value))
                .SelectMany(p => Walk(call, p.Schema, members[p.Name.Value]).Prepend(new BodyMember(members, p))),
            JsonArray elements when call.World.Schemas.Items(schema) is { } items => elements.SelectMany(e =>
                Walk(call, items, e)
            ),
            _ => [],
        };
}
