using System.Text.Json.Nodes;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Successful bodies are wrapped in a member named data.</summary>
public sealed class WrapsBody : Fault
{
    /// <inheritdoc />
    public override string Description => "Successful bodies are wrapped in a member named data.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Schema;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.IsSuccess && call.Endpoint is not null ? reply.Edit(body => new JsonObject { ["data"] = body }) : reply;
}
