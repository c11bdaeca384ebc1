using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Every answer takes three seconds.</summary>
public sealed class AnswersSlowly : Fault
{
    /// <inheritdoc />
    public override string Description => "Every answer takes three seconds.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Transport;

    /// <inheritdoc />
    public override string? LeftOpenBy(IntegrationSpecification specification) =>
        "Response times are declared as shares over time at most; a run tells them, and a single answer cannot break them.";

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) => reply with { Delay = TimeSpan.FromSeconds(3) };
}
