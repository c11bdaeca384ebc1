using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.Simulator.Errors;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Resources;

/// <summary>Carries operations out on the stored resources, each by its declared role.</summary>
internal sealed partial class ResourceDesk
{
    private readonly SimulatorWorld _world;
    private readonly ResourceShapes _shapes;
    private readonly ResourceFactory _factory;
    private readonly Representation _representation;
    private readonly ResourceListing _listing;

    public ResourceDesk(SimulatorWorld world)
    {
        _world = world;
        _shapes = new(world.Specification, world.Schemas, world.Values);
        var identifiers = new IdentifierSequence(world.Schemas, world.Inspector, world.Options.Seed);
        _factory = new(world.Schemas, _shapes, world.Values, identifiers, world.Clock);
        _representation = new(world.Schemas, _shapes, world.Values);
        _listing = new(world.Schemas, world.Values, _representation);
    }

    /// <summary>The stored resources.</summary>
    public ResourceStore Store { get; } = new();

    /// <summary>Carries a valid request out.</summary>
    public Reply Perform(Call call, JsonElement body)
    {
        if (call.Endpoint!.Resource is not { } role)
        {
            var nothing = call.Request.Method is "GET" or "HEAD" ? null : new ResourceChange(null, null);
            return Success(call, null) with { Change = nothing };
        }

        return HasParents(call, role)
            ? role.Action switch
            {
                ResourceAction.Create => Create(call, body),
                ResourceAction.Read => With(call, role, r => Success(call, r)),
                ResourceAction.List or ResourceAction.Search => List(call, role),
                ResourceAction.Update => Update(call, role, body),
                ResourceAction.Transition => Transition(call, role),
                _ => Delete(call, role),
            }
            : _world.Refusals.UnknownResource(call);
    }

    /// <summary>A resource as it is now, in the form of a schema; null when it is gone.</summary>
    public JsonNode? Represent(Call call, SchemaNode schema, string? id) =>
        id is not null
        && call.Endpoint!.Resource is { } role
        && Store.Find(role.Type.Value, id, r => Sees(call, r)) is { } found
            ? _representation.Of(schema, found.Fields, role.Identifier.Value)
            : null;

    private Reply Create(Call call, JsonElement body)
    {
        var resource = _factory.Make(call, body);
        if (_world.Faults.Through<Resource?>(resource, (f, r) => f.AlterStored(call, r)) is { } stored)
        {
            Store.Put(stored);
        }

        var reply = Success(call, resource) with { Change = new(null, resource) };
        return Location(call, resource) is { } location && reply.Status == 201
            ? reply.With("Location", location)
            : reply;
    }

    private Reply List(Call call, ResourceRole role)
    {
        var all = Store.List(role.Type.Value, r => Sees(call, r));
        var found = ResourceListing.Sorted(role, all.Where(r => ResourceListing.Matches(call, role, r)));
        var listed = _world.Faults.Through<IReadOnlyList<Resource>>(found, (f, l) => f.AlterListed(call, all, l));
        var declared = ResourceShapes.SuccessOf(call.Endpoint!);
        return new Reply(declared?.Status.Value ?? 200)
        {
            Body = declared?.Schema is { } schema ? _listing.Write(call, role, schema, listed) : null,
        };
    }

    private Reply Update(Call call, ResourceRole role, JsonElement body)
    {
        var accepted = _factory.Accepted(call.Endpoint!.Request?.Schema, body);
        var isReplacement = call.Request.Method is "PUT";
        return Change(
            call,
            role,
            fields =>
            {
                var declared = _world.Schemas.Properties(call.Endpoint.Request!.Schema).Select(p => p.Name.Value);
                foreach (var name in isReplacement ? declared.Where(n => n != role.Identifier.Value) : [])
                {
                    fields.Remove(name);
                }

                foreach (var (name, value) in accepted.Where(a => body.TryGetProperty(a.Key, out _) || isReplacement))
                {
                    fields[name] = value?.DeepClone();
                }
            }
        );
    }

    private Reply Transition(Call call, ResourceRole role) =>
        Change(
            call,
            role,
            fields =>
            {
                foreach (var (name, value) in role.Sets)
                {
                    DottedPath.Set(fields, name, JsonNode.Parse(value.GetRawText()));
                }
            }
        );

    private Reply Delete(Call call, ResourceRole role) =>
        With(
            call,
            role,
            resource =>
            {
                if (!Allows(role, resource))
                {
                    return _world.Refusals.Conflict(call, role.ConflictError?.Value);
                }

                if (_world.Faults.Through<Resource?>(null, (f, kept) => f.AlterDeleted(call, resource, kept)) is null)
                {
                    Store.Remove(resource);
                }

                return Success(call, resource) with
                {
                    Change = new(resource, null),
                };
            }
        );

    private Reply Change(Call call, ResourceRole role, Action<JsonObject> edit)
    {
        var isChanged = false;
        var changed = Store.Change(
            role.Type.Value,
            Id(call, role),
            r => Sees(call, r),
            before =>
            {
                if (!_world.Faults.Through(Allows(role, before), (f, allowed) => f.AlterTransition(call, allowed)))
                {
                    return null;
                }

                var fields = before.Fields.DeepClone().AsObject();
                edit(fields);
                isChanged = !JsonNode.DeepEquals(before.Fields, fields);
                var after = before with { Fields = Touched(fields, call, role) };
                return _world.Faults.Through<Resource?>(after, (f, r) => f.AlterStored(call, r)) ?? before;
            }
        );
        return changed switch
        {
            null => _world.Refusals.UnknownResource(call),
            (_, null) => _world.Refusals.Conflict(call, role.ConflictError?.Value),
            var (before, after) => Success(call, after) with { Change = isChanged ? new(before, after) : null },
        };
    }

    /// <summary>Computed fields follow their inputs, and the time of the change is kept where a response shows one.</summary>
    private JsonObject Touched(JsonObject fields, Call call, ResourceRole role)
    {
        var creator = _world.Specification.Endpoints.FirstOrDefault(e =>
            e.Resource is { Action: ResourceAction.Create } r && r.Type.Value == role.Type.Value
        );
        var shape = _shapes.Of(creator ?? call.Endpoint!);
        _factory.Compute(fields, creator?.Resource ?? role, shape);
        var shown = _shapes.Descend(ResourceShapes.SuccessOf(call.Endpoint!)?.Schema, role.Identifier.Value);
        foreach (var property in shown is null ? [] : _world.Schemas.Properties(shown))
        {
            if (Updated().IsMatch(property.Name.Value) && _world.Schemas.Types(property.Schema) is JsonTypes.String)
            {
                fields[property.Name.Value] = PlainText.DateTime(_world.Clock.GetUtcNow());
            }
        }

        return fields;
    }

    private Reply With(Call call, ResourceRole role, Func<Resource, Reply> answer) =>
        Store.Find(role.Type.Value, Id(call, role), r => Sees(call, r)) is { } found
            ? answer(found)
            : _world.Refusals.UnknownResource(call);

    private Reply Success(Call call, Resource? resource)
    {
        var declared = ResourceShapes.SuccessOf(call.Endpoint!);
        var status = declared?.Status.Value ?? 200;
        var body = declared?.Schema switch
        {
            null => null,
            _ when status is 204 => null, // HTTP-02
            { } schema when resource is null => Sample(schema, declared),
            { } schema => _representation.Of(schema, resource.Fields, call.Endpoint!.Resource!.Identifier.Value),
        };
        return new Reply(status)
        {
            Body = body,
            ContentType = declared?.ContentType?.Value ?? "application/json",
            ResourceId = resource?.Id,
        };
    }

    private JsonNode? Sample(SchemaNode schema, ResponseDefinition declared) =>
        declared.Example?.Value is { } example
            ? _world.Values.Complete(schema, JsonNode.Parse(example.GetRawText()))
            : _world.Values.Generate(schema);

    /// <summary>Where the new resource can be read (STANDARDS HTTP-01).</summary>
    private string? Location(Call call, Resource resource)
    {
        var reader = _world.Specification.Endpoints.FirstOrDefault(e =>
            e.Resource is { Action: ResourceAction.Read, PathParameter: not null } r && r.Type.Value == resource.Type
        );
        if (reader is null)
        {
            return null;
        }

        var path = reader.Path.Value.Replace(
            $"{{{reader.Resource!.PathParameter}}}",
            Uri.EscapeDataString(resource.Id),
            StringComparison.Ordinal
        );
        path = call.PathValues.Aggregate(
            path,
            (p, v) => p.Replace($"{{{v.Key}}}", Uri.EscapeDataString(v.Value), StringComparison.Ordinal)
        );
        return path.Contains('{') ? null : path;
    }

    /// <summary>A path may run through a resource of another type; that one must exist.</summary>
    private bool HasParents(Call call, ResourceRole role) =>
        call.PathValues.Where(p => p.Key != role.PathParameter).All(p => HasParent(call, p.Key, p.Value));

    private bool HasParent(Call call, string parameter, string value)
    {
        var parent = _world.Specification.Endpoints.FirstOrDefault(e =>
            e.Resource is { Action: ResourceAction.Read } r && r.PathParameter == parameter
        );
        return parent is null || Store.Find(parent.Resource!.Type.Value, value, call.Client) is not null;
    }

    /// <summary>A client sees its own resources, unless they are everybody's; who needs no credential has none of their own.</summary>
    private bool Sees(Call call, Resource resource) =>
        _world.Faults.Through(
            resource.Owner == call.Client || call.Endpoint is { IsPublic: true } || IsShared(resource.Type),
            (f, isSeen) => f.AlterVisibility(call, resource, isSeen)
        );

    private bool IsShared(string type) =>
        _world.Specification.Endpoints.Any(e =>
            e.Resource is { Ownership.Value: ResourceOwnership.Shared } role && role.Type.Value == type
        );

    private static bool Allows(ResourceRole role, Resource resource) =>
        role.From.All(rule =>
            rule.Value.Any(v =>
                JsonNode.DeepEquals(DottedPath.Get(resource.Fields, rule.Key), JsonNode.Parse(v.GetRawText()))
            )
        );

    private static string Id(Call call, ResourceRole role) =>
        call.PathValues.GetValueOrDefault(role.PathParameter ?? role.Identifier.Value, "");

    [GeneratedRegex("^(updated|modified|changed|last_modified|last_updated)(_?at)?$", RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Updated();
}
