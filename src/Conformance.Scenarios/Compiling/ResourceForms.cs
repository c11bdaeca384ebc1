using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Compiling;

/// <summary>How operations show one type of resource, and which of its fields stay as they are unless somebody changes them.</summary>
internal sealed partial class ResourceForms(CompilerContext context, string type)
{
    /// <summary>Fields that a transition sets, so that the provider may also move them on by itself.</summary>
    public ImmutableArray<string> Moving { get; } =
    [
        .. context
            .Specification.Endpoints.Where(e => e.Resource is { } role && role.Type.Value == type)
            .SelectMany(e => e.Resource!.Sets.Select(s => s.Key))
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The resource as an operation's success shows it; for lists one element. Null when nothing is declared of it.</summary>
    public SchemaNode? Of(Endpoint endpoint)
    {
        var body = context.Of(endpoint).BodyOf(ResourceLife.SuccessStatus(endpoint));
        if (endpoint.Resource is not { Action: ResourceAction.List or ResourceAction.Search } role)
        {
            return body;
        }

        var array = role.CollectionField is { } field
            ? body?.Properties.FirstOrDefault(p => p.Name.Value == field)?.Schema
            : body;
        return array is not null && context.Effective.Of(array).Items is { } items ? context.Effective.Of(items) : null;
    }

    /// <summary>Names of the fields that a form shows.</summary>
    public ImmutableArray<string> Fields(SchemaNode? form) =>
        form is null
            ? []
            : [.. form.Properties.Where(p => !context.Effective.Of(p.Schema).WriteOnly).Select(p => p.Name.Value)];

    /// <summary>
    /// What two answers about one resource must agree in; null when they have nothing in common.
    /// </summary>
    /// <param name="requirement">The sentence behind it.</param>
    /// <param name="first">The step and the operation that answered first.</param>
    /// <param name="second">The step and the operation that answered later.</param>
    /// <param name="changed">Fields that were changed in between.</param>
    /// <param name="isUntouched">Whether nothing has changed the resource in between.</param>
    public FieldsPersist? Persist(
        Requirement requirement,
        (string Step, Endpoint Operation) first,
        (string Step, Endpoint Operation) second,
        IEnumerable<string> changed,
        bool isUntouched
    )
    {
        var except = changed.ToHashSet(StringComparer.Ordinal);
        var later = Fields(Of(second.Operation));
        var common = Fields(Of(first.Operation)).Where(f => later.Contains(f) && !except.Contains(f)).ToList();
        var stable = common.Where(f => !Moving.Contains(f) && !IsTouched(f)).ToImmutableArray();
        var isListed = second.Operation.Resource!.Action is ResourceAction.List or ResourceAction.Search;
        return stable.IsEmpty
            ? null
            : new FieldsPersist(requirement, first.Step, second.Step, stable)
            {
                Touched = isUntouched ? [.. common.Where(IsTouched)] : [],
                Moving = [.. Moving.Where(common.Contains)],
                HasSameForm = first.Operation.OperationId == second.Operation.OperationId,
                In = isListed ? PlaceOf(second.Operation.Resource) : null,
            };
    }

    /// <summary>Where a list has its elements.</summary>
    public static ListPlace PlaceOf(ResourceRole role) => new(role.CollectionField, role.Identifier.Value);

    /// <summary>The values of a request that a form shows under the same names, cut down to what it declares.</summary>
    public IEnumerable<FieldIs> Shown(Requirement requirement, SchemaNode? form, BodyTemplate body)
    {
        if (form is null || body is not BodyTemplate.Json { Value.ValueKind: JsonValueKind.Object } json)
        {
            yield break;
        }

        foreach (var sent in json.Value.EnumerateObject())
        {
            if (form.Properties.FirstOrDefault(p => p.Name.Value == sent.Name) is { } field)
            {
                var schema = context.Effective.Of(field.Schema);
                if (!schema.WriteOnly && Declared(schema, sent.Value) is { } value)
                {
                    yield return new FieldIs(requirement, sent.Name, value) { MayBeAbsent = !field.IsRequired };
                }
            }
        }
    }

    /// <summary>Whether a field tells when the resource was changed last.</summary>
    public static bool IsTouched(string field) => Touched().IsMatch(field);

    private JsonElement? Declared(SchemaNode schema, JsonElement value)
    {
        var node = Cut(schema, JsonNode.Parse(value.GetRawText()), 0);
        return JsonSerializer.SerializeToElement(node);
    }

    private JsonNode? Cut(SchemaNode schema, JsonNode? value, int depth)
    {
        var effective = context.Effective.Of(schema);
        return (value, depth) switch
        {
            (_, > 8) => value?.DeepClone(),
            (JsonObject members, _) => new JsonObject(
                members
                    .Select(m =>
                        (m.Key, m.Value, Property: effective.Properties.FirstOrDefault(p => p.Name.Value == m.Key))
                    )
                    .Where(m => m.Property is not null && !context.Effective.Of(m.Property.Schema).WriteOnly)
                    .Select(m => KeyValuePair.Create(m.Key, Cut(m.Property!.Schema, m.Value, depth + 1)))
            ),
            (JsonArray elements, _) when effective.Items is { } items => new JsonArray([
                .. elements.Select(e => Cut(items, e, depth + 1)),
            ]),
            _ => value?.DeepClone(),
        };
    }

    [GeneratedRegex(
        "^(last_?)?(updated|modified|changed|touched)(_?(at|on|date|time))?$|^(version|revision|etag)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Touched();
}
