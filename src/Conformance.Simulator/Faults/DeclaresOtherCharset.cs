using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>JSON is announced as Latin-1.</summary>
public sealed class DeclaresOtherCharset : Fault
{
    /// <inheritdoc />
    public override string Description => "JSON is announced as Latin-1.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Headers;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.ContentType is "application/json"
            ? reply with
            {
                ContentType = "application/json; charset=iso-8859-1",
            }
            : reply;
}
