using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>A credential is known by its beginning, however much of it is missing.</summary>
public sealed class AcceptsCredentialsCutShort : LeakyGate
{
    /// <inheritdoc />
    public override string Description => "A credential is known by its beginning, however much of it is missing.";

    private protected override IEnumerable<string> Mistaken(Call call) =>
        IssuedLike(call, (issued, sent) => sent.Length >= 4 && issued.StartsWith(sent, StringComparison.Ordinal));
}
