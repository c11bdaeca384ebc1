using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;

namespace Conformance.Simulator.Faults;

/// <summary>A valid token in a form is let in.</summary>
public sealed class AcceptsTokensInForm : LeakyGate
{
    /// <inheritdoc />
    public override string Description => "A valid token in a form is let in.";

    private protected override IEnumerable<string> Mistaken(Call call) =>
        call.Request.MediaType == "application/x-www-form-urlencoded"
            ? (FormBody.Fields(call.Request.Body.Span) ?? []).Select(f => f.Value)
            : [];
}
