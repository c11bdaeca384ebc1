using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Conformance.Scenarios.Compiling;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Exploration;

/// <summary>
/// Says what every call of a sequence must answer, by keeping book of the resources as the specification has them: which
/// exist, and what the fields are that transitions move. Where the specification leaves it open, the call is left out.
/// </summary>
internal sealed class SequenceModel(CompilerContext context)
{
    private const int MostListed = 20;

    /// <summary>The calls with what they must answer; calls whose outcome is open are not among them.</summary>
    public ImmutableArray<ScenarioStep> Predict(SequencePlan plan, SourceLocation location)
    {
        var resources = new Dictionary<string, Known>(StringComparer.Ordinal);
        return [.. plan.Calls.Select(call => Predict(call, resources, location)).OfType<ScenarioStep>()];
    }

    private ScenarioStep.Call? Predict(PlannedCall call, Dictionary<string, Known> resources, SourceLocation location)
    {
        var role = call.Endpoint.Resource!;
        var step = new ScenarioStep.Call(new(Text(call), location), call.Endpoint)
        {
            As = call.As is null ? null : new(call.As, location),
            On = call.On is null ? null : new(call.On, location),
            Payload = call.Body is { } body ? Literal(body, location) : null,
        };
        if (call.As is { } name)
        {
            resources[name] = new(true, Initial(call.Endpoint, role.Type.Value));
            return step;
        }

        if (role.Action is ResourceAction.List)
        {
            var alive = resources.Where(r => r.Value.IsAlive).Select(r => new Located<string>(r.Key, location));
            return step with { Lists = [.. alive.Take(MostListed)] };
        }

        return call.On is { } on && resources.TryGetValue(on, out var known)
            ? PredictOn(on, known, step, role, resources)
            : null;
    }

    private ScenarioStep.Call? PredictOn(
        string name,
        Known known,
        ScenarioStep.Call step,
        ResourceRole role,
        Dictionary<string, Known> resources
    )
    {
        if (!known.IsAlive)
        {
            // What repeating a removal answers is open (RFC 9110 section 9.2.2 speaks of its effect only).
            return role.Action is ResourceAction.Delete ? null : Refused(step, 404, null);
        }

        switch (role.Action)
        {
            case ResourceAction.Read:
                return step with { ExpectedFields = Shown(step.Endpoint, known) };
            case ResourceAction.Delete:
                resources[name] = known with { IsAlive = false };
                return step;
            case ResourceAction.Update or ResourceAction.Transition when IsAllowed(role, known) is { } allowed:
                if (!allowed)
                {
                    return Refused(step, 409, role.ConflictError?.Value);
                }

                var changed = known with { Fields = known.Fields.SetItems(role.Sets).SetItems(Sent(step, known)) };
                resources[name] = changed;
                return step with { ExpectedFields = Shown(step.Endpoint, changed) };
            default:
                return null;
        }
    }

    private ScenarioStep.Call? Refused(ScenarioStep.Call step, int status, string? code)
    {
        if (context.Errors.Find(step.Endpoint, status) is not { } answer)
        {
            return null;
        }

        var error = code ?? answer.Code;
        return step with
        {
            ExpectedStatus = new(answer.Status, answer.Location),
            ExpectedError = error is null ? null : new(error, answer.Location),
        };
    }

    // Null when a field that decides it is not known.
    private static bool? IsAllowed(ResourceRole role, Known known)
    {
        foreach (var (field, values) in role.From)
        {
            if (!known.Fields.TryGetValue(field, out var value))
            {
                return null;
            }

            if (values.All(v => v.GetRawText() != value.GetRawText()))
            {
                return false;
            }
        }

        return true;
    }

    // What the example of a creation shows in the fields that transitions move: where a resource starts.
    private ImmutableDictionary<string, JsonElement> Initial(Endpoint creator, string type)
    {
        var moved = context
            .Specification.Endpoints.Where(e => e.Resource?.Type.Value == type)
            .SelectMany(e => e.Resource!.Sets.Select(s => s.Key).Concat(e.Resource.From.Select(f => f.Key)))
            .ToHashSet(StringComparer.Ordinal);
        var status = ResourceLife.SuccessStatus(creator);
        var example = creator.FindResponse(status)?.Example?.Value;
        var shown = example is { ValueKind: JsonValueKind.Object } body
            ? body.EnumerateObject()
                .Where(p => moved.Contains(p.Name))
                .Select(p => KeyValuePair.Create(p.Name, p.Value))
            : [];
        return shown.ToImmutableDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<KeyValuePair<string, JsonElement>> Sent(ScenarioStep.Call step, Known known) =>
        step.Payload?.Literal?.Value is { ValueKind: JsonValueKind.Object } body
            ? body.EnumerateObject()
                .Where(p => known.Fields.ContainsKey(p.Name))
                .Select(p => KeyValuePair.Create(p.Name, p.Value))
            : [];

    private ImmutableArray<KeyValuePair<string, JsonElement>> Shown(Endpoint endpoint, Known known) =>
        context.Of(endpoint).BodyOf(ResourceLife.SuccessStatus(endpoint)) is { } body
            ?
            [
                .. known
                    .Fields.Where(f => body.Properties.Any(p => p.Name.Value == f.Key && p.IsRequired))
                    .OrderBy(f => f.Key, StringComparer.Ordinal),
            ]
            : [];

    private static PayloadExpression Literal(System.Text.Json.Nodes.JsonNode body, SourceLocation location)
    {
        var value = JsonSerializer.SerializeToElement(body);
        return new(new(value.GetRawText(), location), [], new(value, location));
    }

    private static string Text(PlannedCall call) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{call.Endpoint.OperationId.Value}{(call.On is null ? "" : $" on {call.On}")}{(call.As is null ? "" : $" as {call.As}")}"
        );

    private sealed record Known(bool IsAlive, ImmutableDictionary<string, JsonElement> Fields);
}
