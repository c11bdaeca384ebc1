using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Of a credential only the last eight characters are compared.</summary>
public sealed class ComparesEndOfCredentials : LeakyGate
{
    /// <inheritdoc />
    public override string Description => "Of a credential only the last eight characters are compared.";

    private protected override IEnumerable<string> Mistaken(Call call) =>
        IssuedLike(call, (issued, sent) => sent.Length >= 8 && issued.EndsWith(sent[^8..], StringComparison.Ordinal));
}
