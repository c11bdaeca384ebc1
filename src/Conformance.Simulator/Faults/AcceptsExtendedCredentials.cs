using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>What follows a credential is overlooked.</summary>
public sealed class AcceptsExtendedCredentials : LeakyGate
{
    /// <inheritdoc />
    public override string Description => "What follows a credential is overlooked.";

    private protected override IEnumerable<string> Mistaken(Call call) =>
        IssuedLike(call, (issued, sent) => sent.StartsWith(issued, StringComparison.Ordinal));
}
