using System.Collections.Immutable;
using System.Globalization;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Phrases;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading.Scenarios;

/// <summary>
/// Steps that call operations: <c>call</c>, the resource they work <c>on</c>, the name (<c>as</c>) of what they make,
/// and what to <c>expect</c>.
/// </summary>
internal static class CallReader
{
    public static ImmutableArray<ScenarioStep> Read(YamlSequence steps, ReadingContext context, ScenarioScope scope)
    {
        var calls = ImmutableArray.CreateBuilder<ScenarioStep>();
        var made = new Dictionary<string, Endpoint>(StringComparer.Ordinal);
        foreach (var node in steps.Items)
        {
            if (
                context.Mapping(node, "a step that calls an operation") is { } reader
                && One(reader, scope, made) is { } call
            )
            {
                calls.Add(call);
            }
        }

        return calls.ToImmutable();
    }

    /// <summary>The operation of a scenario's first call; null for scenarios that are written otherwise.</summary>
    public static Endpoint? FirstOperation(MappingReader scenario, ScenarioScope scope) =>
        scenario.Source.Find("steps") is YamlSequence { Items: [YamlMapping first, ..] }
        && first.Find("call") is YamlScalar operation
            ? scope.Endpoints.FirstOrDefault(e => e.OperationId.Value == operation.Text)
            : null;

    private static ScenarioStep.Call? One(MappingReader reader, ScenarioScope scope, Dictionary<string, Endpoint> made)
    {
        var operation = reader.RequiredText("call");
        var endpoint = scope.Endpoints.FirstOrDefault(e => e.OperationId.Value == operation?.Value);
        if (operation is not null && endpoint is null)
        {
            var known = scope.Endpoints.Select(e => e.OperationId.Value);
            reader.Context.Unresolved(operation.Location, "operation", operation.Value, [.. known]);
        }

        var payloads = new PayloadReader(reader.Context, scope.Fields, endpoint?.Request?.Schema);
        var body = reader.Value("body");
        var name = reader.Text("as");
        var expected = reader.Mapping("expect", "what is expected");
        var call = endpoint is null
            ? null
            : new ScenarioStep.Call(new(Text(endpoint, reader, name), reader.Location), endpoint)
            {
                As = Makes(endpoint, name, reader.Context) ? name : null,
                On = Known(reader.Text("on"), made, reader.Context),
                Payload = body is null ? null : payloads.Read(body),
                Query = [.. Query(reader, endpoint)],
                ExpectedStatus = expected?.Integer("status"),
                ExpectedError = expected?.Text("error"),
                ExpectedFields =
                [
                    .. expected
                        ?.Entries("fields")
                        .Select(e => KeyValuePair.Create(e.Key.Text, YamlJson.Element(e.Value)))
                        ?? [],
                ],
                Lists =
                [
                    .. expected?.Texts("lists").Select(n => Known(n, made, reader.Context)).OfType<Located<string>>()
                        ?? [],
                ],
            };
        if (call?.As is { } maker)
        {
            made[maker.Value] = call.Endpoint;
        }

        reader.Ignore("on", "query");
        expected?.End();
        reader.End();
        return call;
    }

    private static string Text(Endpoint endpoint, MappingReader reader, Located<string>? name)
    {
        var on = (reader.Source.Find("on") as YamlScalar)?.Text;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{endpoint.OperationId.Value}{(on is null ? "" : $" on {on}")}{(name is null ? "" : $" as {name.Value}")}"
        );
    }

    private static IEnumerable<KeyValuePair<string, string>> Query(MappingReader reader, Endpoint endpoint)
    {
        foreach (var entry in reader.Entries("query"))
        {
            if (endpoint.QueryParameters.All(p => p.Name.Value != entry.Key.Text))
            {
                var known = endpoint.QueryParameters.Select(p => p.Name.Value);
                reader.Context.Unresolved(entry.Key.Location, "query parameter", entry.Key.Text, [.. known]);
            }
            else if (reader.Context.Text(entry.Value, $"query parameter '{entry.Key.Text}'") is { } value)
            {
                yield return KeyValuePair.Create(entry.Key.Text, value.Value);
            }
        }
    }

    // Only what a creation made can be told apart later, by its identifier.
    private static bool Makes(Endpoint endpoint, Located<string>? name, ReadingContext context)
    {
        if (name is null || endpoint.Resource is { Action: ResourceAction.Create })
        {
            return name is not null;
        }

        context.Diagnostics.Report(
            LoaderRules.Reference,
            name.Location,
            $"'{endpoint.OperationId.Value}' makes no resource that '{name.Value}' could name",
            "'as' on a call that creates a resource",
            name.Value,
            "remove 'as', or declare 'resource: {action: create}' for the operation"
        );
        return false;
    }

    private static Located<string>? Known(
        Located<string>? name,
        Dictionary<string, Endpoint> made,
        ReadingContext context
    )
    {
        if (name is not null && !made.ContainsKey(name.Value))
        {
            context.Unresolved(name.Location, "resource", name.Value, [.. made.Keys]);
            return null;
        }

        return name;
    }
}
