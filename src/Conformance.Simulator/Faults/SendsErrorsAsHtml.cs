using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Errors are the web page of some gateway.</summary>
public sealed class SendsErrorsAsHtml : Fault
{
    /// <inheritdoc />
    public override string Description => "Errors are the web page of some gateway.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.ErrorFormat;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.Status < 400 || call.IsForToken
            ? reply
            : reply with
            {
                Raw = System.Text.Encoding.UTF8.GetBytes($"<html><h1>{reply.Status}</h1></html>"),
                ContentType = "text/html",
            };
}
