using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;

namespace Conformance.Simulator.States;

/// <summary>
/// Answers the control paths, which no fault touches: provider states by the body that Pact's verifiers send, and the
/// test clock. They stand under <c>/_simulator/</c>, and where the specification's environments say.
/// </summary>
internal sealed class ControlDesk
{
    private const string StatesPath = "/_simulator/states";
    private const string ClockPath = "/_simulator/clock";
    private static readonly TimeSpan LongestAdvance = TimeSpan.FromDays(3660);

    private readonly SimulatorWorld _world;
    private readonly FrozenSet<string> _statesPaths;
    private readonly FrozenSet<string> _clockPaths;
    private readonly FrozenDictionary<string, Action> _builtIn;

    public ControlDesk(SimulatorWorld world)
    {
        _world = world;
        var environments = world.Specification.Environments;
        _statesPaths = environments
            .Select(e => UrlPath.Of(e.ProviderStatesUrl?.Value))
            .OfType<string>()
            .Append(StatesPath)
            .ToFrozenSet();
        _clockPaths = environments
            .Select(e => UrlPath.Of(e.TestClockUrl?.Value))
            .OfType<string>()
            .Append(ClockPath)
            .ToFrozenSet();
        _builtIn = new Dictionary<string, Action>
        {
            ["rate limit is reset"] = world.Limits.Clear,
            ["idempotency keys are forgotten"] = world.Keys.Clear,
            ["all data is cleared"] = ClearAll,
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether a request is to a control path.</summary>
    public bool IsFor(SimulatedRequest request) =>
        _statesPaths.Contains(request.Path) || _clockPaths.Contains(request.Path);

    /// <summary>The answer; null when the path is no control path.</summary>
    public async ValueTask<Reply?> AnswerAsync(SimulatedRequest request, CancellationToken stop)
    {
        Func<JsonElement, Reply>? handler =
            _statesPaths.Contains(request.Path) ? ChangeState
            : _clockPaths.Contains(request.Path) ? AdvanceClock
            : null;
        if (handler is null)
        {
            return null;
        }

        if (request.Method is not "POST")
        {
            return Refuse(405, "Send POST.").With("Allow", "POST");
        }

        if (_clockPaths.Contains(request.Path))
        {
            await _world.Webhooks.SettleAsync(stop);
        }

        return StrictJson.Read(request.Body, out var body) is null && body.ValueKind is JsonValueKind.Object
            ? handler(body)
            : Refuse(400, "Send a JSON object.");
    }

    private Reply ChangeState(JsonElement body)
    {
        var (state, action) = (Text(body, "state")?.Trim(), Text(body, "action") ?? "setup");
        if (state is null || action is not ("setup" or "teardown"))
        {
            return Refuse(400, "Send {\"state\": \"...\", \"action\": \"setup\" or \"teardown\"}.");
        }

        if (_builtIn.TryGetValue(state, out var change))
        {
            if (action is "setup")
            {
                change();
            }

            return Done();
        }

        if (_world.Registrations.States.Contains(state, StringComparer.OrdinalIgnoreCase))
        {
            return action is "setup" ? Register(state, body) : Unregister(state);
        }

        if (!_world.States.Known.Contains(state, StringComparer.OrdinalIgnoreCase))
        {
            return Refuse(
                400,
                $"The state '{state}' is not known.",
                [.. _world.States.Known, .. _builtIn.Keys.Concat(_world.Registrations.States).Order()]
            );
        }

        (action is "setup" ? (Action<string>)_world.States.Enter : _world.States.Leave)(state);
        return Done();
    }

    private Reply Register(string state, JsonElement body)
    {
        body.TryGetProperty("params", out var parameters);
        return _world.Registrations.Enter(state, parameters) is { } problem ? Refuse(400, problem) : Done();
    }

    private Reply Unregister(string state)
    {
        _world.Registrations.Leave(state);
        return Done();
    }

    private Reply AdvanceClock(JsonElement body)
    {
        var isNumber =
            body.TryGetProperty("advance_seconds", out var seconds) && seconds.ValueKind is JsonValueKind.Number;
        if (
            !isNumber
            || !seconds.TryGetDecimal(out var amount)
            || amount < 0
            || amount > (decimal)LongestAdvance.TotalSeconds
        )
        {
            return Refuse(400, "Send {\"advance_seconds\": n} with n from 0 to ten years.");
        }

        _world.Clock.Advance(TimeSpan.FromTicks((long)(amount * TimeSpan.TicksPerSecond)));
        return new Reply(200)
        {
            Body = new JsonObject { ["now"] = Resources.PlainText.DateTime(_world.Clock.GetUtcNow()) },
        };
    }

    private void ClearAll()
    {
        _world.Resources.Store.Clear();
        _world.Keys.Clear();
        _world.Limits.Clear();
        _world.States.Clear();
    }

    private static Reply Done() => new(200) { Body = new JsonObject() };

    private static Reply Refuse(int status, string message, params IEnumerable<string> known)
    {
        var body = new JsonObject { ["error"] = message };
        if (known.Any())
        {
            body["known_states"] = new JsonArray([.. known.Select(k => JsonValue.Create(k))]);
        }

        return new Reply(status) { Body = body };
    }

    private static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
