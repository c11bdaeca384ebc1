using System.Collections.Immutable;
using Conformance.Consumers.Receiver.Cases;
using Conformance.Consumers.Receiver.Effects;
using Conformance.Execution.Recording;

namespace Conformance.Consumers.Receiver.Carrying;

/// <summary>A case that was carried out, with everything that was recorded. Judging reads nothing else.</summary>
/// <param name="Of">The case.</param>
/// <param name="Record">Exchanges, obstacle and times.</param>
/// <param name="Readings">What the probe showed, by step; empty where there is none.</param>
internal sealed record ReceiverRecord(
    ReceiverCase Of,
    CaseRecord Record,
    ImmutableDictionary<string, ProbeReading> Readings
)
{
    /// <summary>The exchanges of a step, in order.</summary>
    /// <param name="step">Name of the step.</param>
    public ImmutableArray<Exchange> ExchangesOf(string step) => [.. Record.Exchanges.Where(e => e.Step == step)];
}
