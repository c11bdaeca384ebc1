using System.Collections.Immutable;
using System.ComponentModel;
using System.Net.Sockets;
using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Obligations;
using Conformance.Consumers.Client.Playing;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Specification;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client;

/// <summary>The whole of an observation, from a YAML file to reports. Start reading here.</summary>
public static class ClientObservation
{
    /// <summary>The scripts that mean something for a specification.</summary>
    /// <param name="specification">The specification.</param>
    public static ImmutableArray<ScriptDescription> ScriptsFor(IntegrationSpecification specification) =>
        [.. AllScripts.Of(specification).Select(s => new ScriptDescription(s.Name, s.Description))];

    /// <summary>Plays a provider, watches the client, judges what it did, and reports.</summary>
    /// <param name="options">What is watched.</param>
    /// <param name="watcher">Hears how it goes.</param>
    /// <param name="context">Clock, and what reports read of the surroundings.</param>
    /// <param name="cancellationToken">Interrupts; what was seen until then is reported.</param>
    /// <returns>What was seen, or why nothing could be.</returns>
    public static async Task<Attempt<Certification>> RunAsync(
        ObserveOptions options,
        IClientWatcher watcher,
        RunContext context,
        CancellationToken cancellationToken
    )
    {
        // Load, and choose the scripts.
        var loading = SpecificationSource.Load(options.Specification, cancellationToken);
        if (!loading.Succeeded)
        {
            return loading.Refusal;
        }

        var specification = loading.Value.Specification!;
        var scripts = ScriptSelection.Of(specification, options.Scripts);
        if (!scripts.Succeeded)
        {
            return scripts.Refusal;
        }

        // Reports that cannot be written are told before anybody waits.
        var report = await ObservationReport.OpenAsync(specification, options, context, cancellationToken);
        if (!report.Succeeded)
        {
            return report.Refusal;
        }

        await using var reports = report.Value;

        // Play: ordinary traffic first, for everything else is compared with it.
        var play = await PlayAsync(specification, scripts.Value.Scripts, options, watcher, context, cancellationToken);
        if (!play.Succeeded)
        {
            return play.Refusal;
        }

        // Judge: temporal rules over what arrived.
        var traces = play.Value.Traces;
        var observation = new Observation(specification, Habits.Of(traces[0]), traces);
        var played = scripts.Value.Scripts.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        var cases = AllObligations
            .CasesFor(specification)
            .Where(c => c.Scripts.IsEmpty || c.Scripts.Any(played.Contains));
        return await reports.CompleteAsync(observation, [.. cases], cancellationToken.IsCancellationRequested);
    }

    private static async Task<Attempt<Performance>> PlayAsync(
        IntegrationSpecification specification,
        ImmutableArray<ClientScript> scripts,
        ObserveOptions options,
        IClientWatcher watcher,
        RunContext context,
        CancellationToken cancellationToken
    )
    {
        void Finished(ScriptTrace trace) => watcher.ScriptFinished(trace.Summary);
        try
        {
            var traces = options.Command.IsEmpty
                ? await new WaitingStage(specification, options, context.Time, watcher).PlayAsync(
                    scripts,
                    Finished,
                    cancellationToken
                )
                : await PlayCommandAsync(
                    specification,
                    scripts,
                    options,
                    watcher,
                    Finished,
                    context,
                    cancellationToken
                );
            if (!traces[0].Calls.IsEmpty)
            {
                return new Performance(traces);
            }

            cancellationToken.ThrowIfCancellationRequested();
            return NeverConnected(traces[0], options);
        }
        catch (Win32Exception e)
        {
            return Refusal.Configuration(
                $"The command '{options.Command[0]}' cannot be started: {e.Message}",
                "Name a program that is in the PATH, or give its path; what follows it are its arguments."
            );
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            return Refusal.Configuration(
                $"Port {options.Port} cannot be used: {e.Message}",
                "Choose another with --port."
            );
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new Refusal(RefusalKind.Interrupted, "The observation was interrupted before anything was seen.");
        }
    }

    private static async Task<ImmutableArray<ScriptTrace>> PlayCommandAsync(
        IntegrationSpecification specification,
        ImmutableArray<ClientScript> scripts,
        ObserveOptions options,
        IClientWatcher watcher,
        Action<ScriptTrace> finished,
        RunContext context,
        CancellationToken cancellationToken
    )
    {
        using var stage = new CommandStage(specification, options, context.Time);
        watcher.Waiting(new(specification, [.. scripts.Select(s => s.Name)], null));
        var ordinary = await stage.PlayAsync(scripts[0], Habits.Of(null), cancellationToken);
        finished(ordinary);
        return ordinary.Calls.IsEmpty
            ? [ordinary]
            : [ordinary, .. await stage.PlayAllAsync(scripts[1..], Habits.Of(ordinary), finished, cancellationToken)];
    }

    private static Refusal NeverConnected(ScriptTrace trace, ObserveOptions options)
    {
        var last = trace.End is { LastLines: [.., var line] } ? $" It wrote last: {line}" : "";
        return new Refusal(
            RefusalKind.Unreachable,
            options.Command.IsEmpty
                ? $"No client connected within {options.ScriptTime.TotalSeconds:0} s."
                : $"The client sent no request; {trace.EndText}.{last}"
        )
        {
            Fix = "The client must send its requests to BASE_URL and ask for tokens at TOKEN_URL.",
        };
    }

    private sealed record Performance(ImmutableArray<ScriptTrace> Traces);
}
