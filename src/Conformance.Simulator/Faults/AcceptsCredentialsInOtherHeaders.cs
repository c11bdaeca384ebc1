using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>A valid credential in any header is let in.</summary>
public sealed class AcceptsCredentialsInOtherHeaders : LeakyGate
{
    /// <inheritdoc />
    public override string Description => "A valid credential in any header is let in.";

    private protected override IEnumerable<string> Mistaken(Call call) =>
        call.Request.Headers.SelectMany(h => h.Value.Split(' '));
}
