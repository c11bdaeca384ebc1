using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>A valid credential in the query string is let in.</summary>
public sealed class AcceptsTokensInQuery : LeakyGate
{
    /// <inheritdoc />
    public override string Description => "A valid credential in the query string is let in.";

    private protected override IEnumerable<string> Mistaken(Call call) => call.Request.Query.Select(q => q.Value);
}
