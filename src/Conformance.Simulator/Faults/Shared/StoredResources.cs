using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;
using Conformance.Simulator.Resources;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults.Shared;

/// <summary>Finds and changes what is stored behind an operation's back.</summary>
internal static class StoredResources
{
    /// <summary>Whether the call does this to a resource.</summary>
    public static bool Does(this Call call, ResourceAction action) => call.Endpoint?.Resource?.Action == action;

    /// <summary>The stored resource that the call names, or null.</summary>
    public static Resource? Named(this Call call) =>
        call.Endpoint?.Resource is { PathParameter: { } parameter } role
        && call.PathValues.TryGetValue(parameter, out var id)
            ? call.World.Resources.Store.Find(role.Type.Value, id, call.Client)
            : null;

    /// <summary>The client's resources of the call's type, newest first.</summary>
    public static IReadOnlyList<Resource> All(this Call call) =>
        call.Endpoint?.Resource is { } role ? call.World.Resources.Store.List(role.Type.Value, call.Client) : [];

    /// <summary>The values that transitions of the call's type of resource set.</summary>
    public static IEnumerable<KeyValuePair<string, JsonElement>> Sets(this Call call) =>
        call
            .World.Specification.Endpoints.Where(e => e.Resource?.Type.Value == call.Endpoint?.Resource?.Type.Value)
            .SelectMany(e => e.Resource?.Sets ?? []);

    /// <summary>The fields that the call sets: those of its transition, or those that its update sends.</summary>
    public static IEnumerable<string> Changed(this Call call) =>
        call.Endpoint?.Resource is { Sets.IsEmpty: false } role ? role.Sets.Select(s => s.Key)
        : StrictJson.Read(call.Request.Body, out var body) is null && body.ValueKind is JsonValueKind.Object
            ? body.EnumerateObject().Select(m => m.Name)
        : [];

    /// <summary>The resource with its fields edited.</summary>
    public static Resource Edit(this Resource resource, Action<JsonObject> edit)
    {
        var fields = resource.Fields.DeepClone().AsObject();
        edit(fields);
        return resource with { Fields = fields };
    }

    /// <summary>The resource with each number one greater.</summary>
    public static Resource Counted(this Resource resource) =>
        resource.Edit(fields =>
        {
            foreach (var (name, value) in resource.Fields.Where(f => f.Value?.GetValueKind() is JsonValueKind.Number))
            {
                fields[name] = value!.AsValue().TryGetValue<decimal>(out var number) ? number + 1 : value.DeepClone();
            }
        });

    /// <summary>Carries a creation out without telling anybody.</summary>
    public static void CreateSecretly(this Call call)
    {
        if (
            call.Does(ResourceAction.Create)
            && StrictJson.Read(call.Request.Body, out var body) is null
            && body.ValueKind is JsonValueKind.Object
        )
        {
            call.World.Resources.Perform(call, body);
        }
    }
}
