using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>URIs in answers have lost their scheme.</summary>
public sealed class SendsMalformedUris : Fault
{
    /// <inheritdoc />
    public override string Description => "URIs in answers have lost their scheme.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Schema;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        AnsweredFields.LackOfFormat(specification, "uri");

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.ChangeMembers(call, m => m.Format(call) is "uri", m => m.Value = m.Value?.ToString().Split("://")[^1]);
}
