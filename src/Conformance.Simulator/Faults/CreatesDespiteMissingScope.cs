using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Requests without the scope are refused, but make a resource all the same.</summary>
public sealed class CreatesDespiteMissingScope : Fault
{
    /// <inheritdoc />
    public override string Description => "Requests without the scope are refused, but make a resource all the same.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.State;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.OfScopes(specification, e => e.Resource?.Action is ResourceAction.Create);

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply)
    {
        if (reply.Status is 403)
        {
            call.CreateSecretly();
        }

        return reply;
    }
}
