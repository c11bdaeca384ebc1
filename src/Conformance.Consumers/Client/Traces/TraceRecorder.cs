using System.Collections.Immutable;
using Conformance.Consumers.Client.Scripts;
using Conformance.Simulator.Interventions;

namespace Conformance.Consumers.Client.Traces;

/// <summary>Plays a script and writes down what the client does. Thread-safe.</summary>
/// <param name="script">Name of the script.</param>
/// <param name="direction">Decides the answers.</param>
/// <param name="time">The clock.</param>
internal sealed class TraceRecorder(string script, Direction direction, TimeProvider time) : IProviderScript
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly SortedDictionary<int, SeenCall> _calls = [];
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly DateTimeOffset _startedAt = time.GetUtcNow();

    /// <summary>Done when the first request has arrived.</summary>
    public Task FirstArrival => _first.Task;

    /// <inheritdoc />
    public Intervention? Decide(Arrival arrival)
    {
        lock (_gate)
        {
            var intervention = direction.Decide(arrival);
            _calls[arrival.Number] = new(script, arrival, intervention, null);
            _first.TrySetResult();
            return intervention;
        }
    }

    /// <inheritdoc />
    public void Served(Arrival arrival, Intervention? intervention, GivenAnswer answer)
    {
        lock (_gate)
        {
            _calls[arrival.Number] = new(script, arrival, intervention, answer);
            direction.Served(arrival, answer);
        }
    }

    /// <summary>Waits a moment for answers that are under way, so that the last one of a client that ended is written down.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        var end = time.GetTimestamp();
        while (IsUnderWay() && time.GetElapsedTime(end) < Patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), time, cancellationToken);
        }
    }

    /// <summary>What was seen.</summary>
    /// <param name="end">How the command ended; null without one.</param>
    public ScriptTrace Trace(ClientEnd? end)
    {
        lock (_gate)
        {
            return new ScriptTrace
            {
                Script = script,
                StartedAt = _startedAt,
                EndedAt = time.GetUtcNow(),
                Calls = [.. _calls.Values.ToImmutableArray()],
                End = end,
            };
        }
    }

    private bool IsUnderWay()
    {
        lock (_gate)
        {
            return _calls.Values.Any(c => c.Answer is null);
        }
    }
}
