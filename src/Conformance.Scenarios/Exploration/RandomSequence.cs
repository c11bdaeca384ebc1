using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Bogus;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Payloads;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Exploration;

/// <summary>Draws calls on the resources of one type: make some, read, list, change and remove them in any order.</summary>
internal sealed class RandomSequence(CompilerContext context, string type)
{
    private const int FewestCalls = 4;
    private const int MostCalls = 12;

    private readonly ImmutableArray<Endpoint> operations =
    [
        .. context.Specification.Endpoints.Where(e => e.Resource is { } role && role.Type.Value == type && IsDrawn(e)),
    ];

    /// <summary>Whether there is anything to do with resources of the type but to make them.</summary>
    public bool IsPossible => operations.Any(o => o.Resource!.Action is ResourceAction.Create) && operations.Length > 1;

    /// <summary>A sequence.</summary>
    /// <param name="data">Decides it.</param>
    /// <param name="id">Decides the payloads, together with the seed.</param>
    public SequencePlan Draw(Faker data, string id)
    {
        var calls = ImmutableArray.CreateBuilder<PlannedCall>();
        var made = new List<string>();
        var creators = operations.Where(o => o.Resource!.Action is ResourceAction.Create).ToArray();
        for (var left = data.Random.Int(FewestCalls, MostCalls); left > 0; left--)
        {
            var operation = data.PickRandom(made.Count == 0 ? creators : [.. operations]);
            var role = operation.Resource!;
            var name =
                role.Action is ResourceAction.Create
                    ? string.Create(CultureInfo.InvariantCulture, $"{type}-{made.Count + 1}")
                    : null;
            var on = role.PathParameter is null ? null : data.PickRandom(made);
            calls.Add(new(operation, name, on, Body(operation, $"{id}/{left}", data)));
            if (name is not null)
            {
                made.Add(name);
            }
        }

        return new(calls.ToImmutable());
    }

    private JsonNode? Body(Endpoint operation, string id, Faker data) =>
        operation.Request is not { } request
            ? null
            : context.Payloads.Valid(request.Schema, data.Random.Bool() ? PayloadShape.Full : PayloadShape.Minimal, id);

    // A search needs to know what it looks for; its own cases do.
    private static bool IsDrawn(Endpoint endpoint) =>
        endpoint.Resource!.Action is not ResourceAction.Search
        && (endpoint.Resource.PathParameter is not null) == IsOnOne(endpoint.Resource.Action);

    private static bool IsOnOne(ResourceAction action) =>
        action is ResourceAction.Read or ResourceAction.Update or ResourceAction.Transition or ResourceAction.Delete;
}
