using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Errors carry the code of the next catalogue entry.</summary>
public sealed class ConfusesErrorCodes : Fault
{
    /// <inheritdoc />
    public override string Description => "Errors carry the code of the next catalogue entry.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.ErrorFormat;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.OfErrorPart(specification, r => r.Code, "code");

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.ChangeError(
            call,
            r => r.Code,
            (body, path) =>
            {
                var codes = call.World.Specification.ErrorCodes.Select(c => c.Code.Value).ToList();
                var next = codes.IndexOf(DottedPath.Get(body, path)?.ToString() ?? "") + 1;
                DottedPath.Set(body, path, codes.Count == 0 ? "OTHER" : codes[next % codes.Count]);
            }
        );
}
