using System.Collections.Concurrent;
using Conformance.Consumers.Client.Traces;
using Conformance.Simulator.Interventions;

namespace Conformance.Consumers.Client.Playing;

/// <summary>
/// Plays scripts one after the other to a client that goes on running. A token of an earlier script is refused once, so
/// that each script begins as with a new client; that is no part of any script.
/// </summary>
internal sealed class Phases : IProviderScript
{
    private readonly ConcurrentDictionary<int, TraceRecorder> _owners = new();
    private readonly ConcurrentDictionary<string, byte> _stale = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _used = new(StringComparer.Ordinal);
    private volatile TraceRecorder? _current;
    private readonly bool _renewsTokens;

    public Phases(bool renewsTokens) => _renewsTokens = renewsTokens;

    /// <summary>Begins a script; null for the time between and after scripts.</summary>
    public void Begin(TraceRecorder? recorder)
    {
        foreach (var token in _renewsTokens ? _used.Keys : [])
        {
            _stale.TryAdd(token, 0);
        }

        _current = recorder;
    }

    /// <inheritdoc />
    public Intervention? Decide(Arrival arrival)
    {
        if (_current is not { } recorder)
        {
            return null;
        }

        if (!arrival.IsForToken && arrival.Credentials.Any(_stale.ContainsKey))
        {
            return new Intervention { Refusal = new ScriptedRefusal(401, null) };
        }

        foreach (var token in arrival.IsForToken ? [] : arrival.Credentials)
        {
            _used.TryAdd(token, 0);
        }

        _owners[arrival.Number] = recorder;
        return recorder.Decide(arrival);
    }

    /// <inheritdoc />
    public void Served(Arrival arrival, Intervention? intervention, GivenAnswer answer)
    {
        if (_owners.TryRemove(arrival.Number, out var recorder))
        {
            recorder.Served(arrival, intervention, answer);
        }
    }
}
