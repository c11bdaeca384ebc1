using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Every answer takes three seconds.</summary>
public sealed class AnswersSlowly : Fault
{
    /// <inheritdoc />
    public override string Description => "Every answer takes three seconds.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Transport;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) => reply with { Delay = TimeSpan.FromSeconds(3) };
}
