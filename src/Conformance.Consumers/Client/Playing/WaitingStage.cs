using System.Collections.Immutable;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Simulator;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Playing;

/// <summary>Plays scripts one after the other to a client that somebody else started.</summary>
/// <param name="specification">The contract.</param>
/// <param name="options">Port and times.</param>
/// <param name="time">The clock.</param>
/// <param name="watcher">Is told where to connect, and what comes next.</param>
internal sealed class WaitingStage(
    IntegrationSpecification specification,
    ObserveOptions options,
    TimeProvider time,
    IClientWatcher watcher
)
{
    /// <summary>Plays scripts; ends early, with what was seen, when nothing connects or when it is interrupted.</summary>
    public async Task<ImmutableArray<ScriptTrace>> PlayAsync(
        ImmutableArray<ClientScript> scripts,
        Action<ScriptTrace> finished,
        CancellationToken cancellationToken
    )
    {
        var phases = new Phases(specification.Authentication?.TokenEndpoint is not null);
        var simulation = new SimulatorOptions
        {
            Port = options.Port,
            Script = phases,
            TimeProvider = time,
        };
        await using var provider = await SimulatorServer.StartAsync(specification, simulation, cancellationToken);
        watcher.Waiting(
            new(
                specification,
                [.. scripts.Select(s => s.Name)],
                ClientVariables.Of(specification, provider.BaseUrl, script: null)
            )
        );
        var traces = ImmutableArray.CreateBuilder<ScriptTrace>();
        foreach (var script in scripts)
        {
            var habits = Habits.Of(traces.FirstOrDefault());
            var recorder = new TraceRecorder(script.Name, script.Perform(specification, habits), time);
            watcher.ScriptStarted(script.Name, script.Description);
            phases.Begin(recorder);
            var isCutShort = await LastAsync(recorder, traces.Count == 0, cancellationToken);
            phases.Begin(null);
            var trace = recorder.Trace(end: null);
            traces.Add(trace);
            finished(trace);
            if (isCutShort)
            {
                break;
            }
        }

        return traces.ToImmutable();
    }

    // The first script lasts from the first request on: a client takes its time to be started.
    private async Task<bool> LastAsync(TraceRecorder recorder, bool isFirst, CancellationToken cancellationToken)
    {
        try
        {
            if (isFirst)
            {
                await recorder.FirstArrival.WaitAsync(options.ScriptTime, time, cancellationToken);
            }

            await Task.Delay(options.ScriptTime, time, cancellationToken);
            return false;
        }
        catch (Exception e) when (e is OperationCanceledException or TimeoutException)
        {
            return true;
        }
    }
}
