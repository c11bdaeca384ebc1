using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>Every credential of the right length and beginning is taken.</summary>
public sealed class ComparesLengthOfCredentials : LeakyGate
{
    /// <inheritdoc />
    public override string Description => "Every credential of the right length and beginning is taken.";

    private protected override IEnumerable<string> Mistaken(Call call) =>
        IssuedLike(
            call,
            (issued, sent) =>
                issued.Length == sent.Length
                && sent.Length > 4
                && issued.StartsWith(sent[..4], StringComparison.Ordinal)
        );
}
