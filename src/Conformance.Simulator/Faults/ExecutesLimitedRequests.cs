using System.Text.Json;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;

namespace Conformance.Simulator.Faults;

/// <summary>Requests over the limit are refused, but carried out all the same.</summary>
public sealed class ExecutesLimitedRequests : Fault
{
    /// <inheritdoc />
    public override string Description => "Requests over the limit are refused, but carried out all the same.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.RateLimit;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply)
    {
        var isLimited =
            reply.Status is 429 && call.Endpoint is not null && call.Request.Method is not ("GET" or "HEAD");
        if (isLimited && StrictJson.Read(call.Request.Body, out var body) is null)
        {
            call.World.Resources.Perform(call, body);
        }

        return reply;
    }
}
