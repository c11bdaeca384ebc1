using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;

namespace Conformance.Simulator.Faults;

/// <summary>Every fifth error carries the request id of an earlier one.</summary>
public sealed class RepeatsRequestIdsNowAndThen : Fault
{
    /// <inheritdoc />
    public override string Description => "Every fifth error carries the request id of an earlier one.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.ErrorFormat;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.Ordinal % 5 == 0
            ? reply.ChangeError(
                call,
                r => r.RequestId,
                (body, path) => DottedPath.Set(body, path, "00000000-0000-4000-8000-000000000003")
            )
            : reply;
}
