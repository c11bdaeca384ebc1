using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>The Location of a new resource leads nowhere.</summary>
public sealed class PointsLocationAstray : Fault
{
    /// <inheritdoc />
    public override string Description => "The Location of a new resource leads nowhere.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.Headers;

    /// <inheritdoc />
    public override string? LeftOpenBy(IntegrationSpecification specification) =>
        Declares.ResponseHeader(specification, "Location") ? null : "No answer declares the header Location.";

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.Header("Location") is { } location ? reply.With("Location", $"{location}-astray") : reply;
}
