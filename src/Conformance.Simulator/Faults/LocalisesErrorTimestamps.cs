using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Timestamps of errors are written as people of some country write them.</summary>
public sealed class LocalisesErrorTimestamps : Fault
{
    /// <inheritdoc />
    public override string Description => "Timestamps of errors are written as people of some country write them.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.ErrorFormat;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.OfErrorPart(specification, r => r.Timestamp, "time");

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.ChangeError(call, r => r.Timestamp, (body, path) => DottedPath.Set(body, path, "15.01.2024 10:30"));
}
