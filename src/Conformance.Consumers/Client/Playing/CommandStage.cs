using System.Collections.Immutable;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Simulator;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Playing;

/// <summary>Plays scripts to a command: one provider and one process for each, side by side.</summary>
/// <param name="specification">The contract.</param>
/// <param name="options">The command, and its bounds.</param>
/// <param name="time">The clock.</param>
internal sealed class CommandStage(IntegrationSpecification specification, ObserveOptions options, TimeProvider time)
    : IDisposable
{
    // Starting is what takes a processor; afterwards clients mostly wait. What is not crowded keeps its pauses.
    private readonly SemaphoreSlim _starting = new(Environment.ProcessorCount);

    /// <inheritdoc />
    public void Dispose() => _starting.Dispose();

    /// <summary>Plays one script.</summary>
    public async Task<ScriptTrace> PlayAsync(ClientScript script, Habits habits, CancellationToken cancellationToken)
    {
        await _starting.WaitAsync(cancellationToken);
        var recorder = new TraceRecorder(script.Name, script.Perform(specification, habits), time);
        var simulation = new SimulatorOptions { Script = recorder, TimeProvider = time };
        await using var provider = await SimulatorServer.StartAsync(specification, simulation, cancellationToken);
        var running = ClientProcess.RunAsync(
            options.Command,
            ClientVariables.Of(specification, provider.BaseUrl, script.Name),
            options.ScriptTime,
            time,
            cancellationToken
        );
        await Task.WhenAny(recorder.FirstArrival, running);
        _starting.Release();
        var end = await running;
        await recorder.SettleAsync(CancellationToken.None);
        return recorder.Trace(cancellationToken.IsCancellationRequested ? null : end);
    }

    /// <summary>Plays the rest, as many side by side as is allowed.</summary>
    public async Task<ImmutableArray<ScriptTrace>> PlayAllAsync(
        ImmutableArray<ClientScript> scripts,
        Habits habits,
        Action<ScriptTrace> finished,
        CancellationToken cancellationToken
    )
    {
        var traces = new ScriptTrace?[scripts.Length];
        try
        {
            await Parallel.ForEachAsync(
                scripts.Index(),
                new ParallelOptions
                {
                    MaxDegreeOfParallelism = options.Parallel,
                    CancellationToken = cancellationToken,
                },
                async (item, stop) =>
                {
                    var trace = await PlayAsync(item.Item, habits, stop);
                    traces[item.Index] = trace;
                    finished(trace);
                }
            );
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What was seen until then is judged.
        }

        return [.. traces.OfType<ScriptTrace>()];
    }
}
