using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Faults;

/// <summary>The token endpoint takes its parameters from the URL of a GET.</summary>
public sealed class IssuesTokensToGet : Fault
{
    /// <inheritdoc />
    public override string Description => "The token endpoint takes its parameters from the URL of a GET.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Authentication;

    /// <inheritdoc />
    internal override SimulatedRequest AlterTokenRequest(Call call, SimulatedRequest request) =>
        request.Method == "GET" ? TokenForm.Of(request, request.Query) with { Method = "POST" } : request;
}
