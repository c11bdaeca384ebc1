using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;

namespace Conformance.Simulator.Faults;

/// <summary>Timestamps of errors are written as people of some country write them.</summary>
public sealed class LocalisesErrorTimestamps : Fault
{
    /// <inheritdoc />
    public override string Description => "Timestamps of errors are written as people of some country write them.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.ErrorFormat;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.ChangeError(call, r => r.Timestamp, (body, path) => DottedPath.Set(body, path, "15.01.2024 10:30"));
}
