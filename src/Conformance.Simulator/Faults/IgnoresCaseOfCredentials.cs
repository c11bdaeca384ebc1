using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Credentials are compared without regard to case.</summary>
public sealed class IgnoresCaseOfCredentials : LeakyGate
{
    /// <inheritdoc />
    public override string Description => "Credentials are compared without regard to case.";

    private protected override IEnumerable<string> Mistaken(Call call) =>
        IssuedLike(call, (issued, sent) => issued.Equals(sent, StringComparison.OrdinalIgnoreCase));
}
