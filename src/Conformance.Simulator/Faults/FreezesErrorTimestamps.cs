using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>All errors carry the same timestamp.</summary>
public sealed class FreezesErrorTimestamps : Fault
{
    /// <inheritdoc />
    public override string Description => "All errors carry the same timestamp.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.ErrorFormat;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.OfErrorPart(specification, r => r.Timestamp, "time");

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.ChangeError(call, r => r.Timestamp, (body, path) => DottedPath.Set(body, path, "2024-01-15T10:30:00Z"));
}
