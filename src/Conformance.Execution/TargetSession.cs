using System.Collections.Immutable;
using Conformance.Execution.Courtesy;
using Conformance.Execution.Ledger;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Cases;
using Conformance.Specification.Model;

namespace Conformance.Execution;

/// <summary>
/// A run's dealings with one target: its connections, credentials, limits and ledger. Open one for each run; all
/// members are thread-safe, so cases may be carried out side by side.
/// </summary>
public sealed class TargetSession : IAsyncDisposable
{
    private readonly SessionParts parts;

    private TargetSession(SessionParts parts) => this.parts = parts;

    /// <summary>Unique id of the run; all run-unique values follow from it.</summary>
    public Guid RunId => parts.RunId;

    /// <summary>Requests sent so far: to the API, for tokens, and to the target's test controls.</summary>
    public int RequestsSent => parts.Allowance.Sent;

    /// <summary>Masks every secret the run knows, tokens obtained on the way included.</summary>
    public Secrets.SecretMask Secrets => parts.Mask;

    /// <summary>Prepares a session; nothing is sent yet.</summary>
    /// <param name="specification">The contract.</param>
    /// <param name="options">How cases are carried out.</param>
    /// <param name="time">The run's clock.</param>
    /// <exception cref="TargetConfigurationException">The target must not be used as configured; the message says why.</exception>
    public static TargetSession Open(
        IntegrationSpecification specification,
        ExecutionOptions options,
        TimeProvider time
    ) => new(SessionParts.Assemble(specification, options, time));

    /// <summary>What these cases can cost the target at most.</summary>
    /// <param name="cases">The cases of the run.</param>
    public RequestBudget Plan(IReadOnlyCollection<ContractCase> cases) => parts.Planner.For(cases);

    /// <summary>Looks whether the target is there at all: connects, and asks for any HTTP answer. Sends no credential.</summary>
    /// <param name="cancellationToken">Ends the probe.</param>
    /// <returns>Why no run makes sense; null when the target is there.</returns>
    public async Task<Obstacle?> ProbeAsync(CancellationToken cancellationToken)
    {
        var obstacle = await parts.Probe.RunAsync(cancellationToken);
        return obstacle is null ? null : obstacle with { Reason = Mask(obstacle.Reason) };
    }

    /// <summary>The secret that the target signs deliveries with; null when there is none, or none is known.</summary>
    public string? WebhookSecret => parts.Webhooks.Secret;

    /// <summary>Every delivery that the target has sent until now, in order.</summary>
    public ImmutableArray<Exchange> Deliveries => DeliveriesFrom(0);

    /// <summary>The deliveries from a number on, as above; the answer to the last ones may still be outstanding.</summary>
    /// <param name="first">How many are left out.</param>
    public ImmutableArray<Exchange> DeliveriesFrom(int first) =>
        [.. parts.Desk.Received.Skip(first).Select((d, i) => d.AsExchange(first + i, "delivery", parts.Mask))];

    /// <summary>Listens for deliveries and tells the target where, when one of the cases needs them.</summary>
    /// <param name="cases">The cases of the run.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="TargetConfigurationException">What was asked for cannot be; the message says why.</exception>
    public Task PrepareAsync(IReadOnlyCollection<ContractCase> cases, CancellationToken cancellationToken)
    {
        parts.Companions.Prepare(cases);
        return parts.Webhooks.PrepareAsync(cases, cancellationToken);
    }

    /// <summary>
    /// Carries out one case. Whatever the target does ends up in the record; cancellation ends the case with what was
    /// recorded until then, and states it entered are left all the same.
    /// </summary>
    /// <param name="contractCase">The case.</param>
    /// <param name="cancellationToken">Ends the case.</param>
    public Task<CaseRecord> ExecuteAsync(ContractCase contractCase, CancellationToken cancellationToken) =>
        parts.Companions.Include(contractCase)
            ? parts.Companions.RunAsync(
                contractCase,
                c => parts.Cases.RunAsync(c, cancellationToken),
                cancellationToken
            )
            : parts.Cases.RunAsync(contractCase, cancellationToken);

    /// <summary>Removes what the run created, leaves the states it entered, and lists what it must leave behind.</summary>
    /// <param name="cancellationToken">Ends the clean-up; what is not removed by then is listed.</param>
    public async Task<CleanupReport> CleanUpAsync(CancellationToken cancellationToken)
    {
        var report = await parts.CleanUp.RunAsync(cancellationToken);
        var registration = await parts.Webhooks.EndAsync(cancellationToken);
        await parts.States.LeavePreconditionsAsync();
        return registration is null
            ? report
            : report with
            {
                LeftBehind = report.LeftBehind.Add(parts.Mask.Apply(registration)),
            };
    }

    /// <summary>The text with every known secret replaced.</summary>
    /// <param name="text">Any text.</param>
    public string Mask(string text) => parts.Mask.Apply(text);

    /// <summary>The bytes with every known secret replaced.</summary>
    /// <param name="bytes">Any bytes.</param>
    public ReadOnlyMemory<byte> Mask(ReadOnlyMemory<byte> bytes) => parts.Mask.Apply(bytes);

    /// <summary>Closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        await parts.Webhooks.DisposeAsync();
        parts.Dispose();
    }
}
