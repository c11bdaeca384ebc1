using System.Globalization;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>The Date header is no HTTP-date.</summary>
public sealed class SendsDatesInOtherForm : Fault
{
    /// <inheritdoc />
    public override string Description => "The Date header is no HTTP-date.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Headers;

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.With("Date", call.World.Clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
}
