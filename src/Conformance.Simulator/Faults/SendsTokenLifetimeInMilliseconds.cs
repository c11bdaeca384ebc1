using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>The lifetime of a token is in milliseconds.</summary>
public sealed class SendsTokenLifetimeInMilliseconds : Fault
{
    /// <inheritdoc />
    public override string Description => "The lifetime of a token is in milliseconds.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        call.IsForToken && reply.IsSuccess
            ? reply.Edit(body =>
            {
                body["expires_in"] = body["expires_in"]!.GetValue<long>() * 1000;
                return body;
            })
            : reply;
}
