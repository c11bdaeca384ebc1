using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Faults.Shared;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>Messages of errors are stack traces.</summary>
public sealed class LeaksStackTrace : Fault
{
    /// <inheritdoc />
    public override string Description => "Messages of errors are stack traces.";

    /// <inheritdoc />
    public override FaultArea Area => FaultArea.ErrorFormat;

    /// <inheritdoc />
    public override string? LacksIn(IntegrationSpecification specification) =>
        Lack.OfErrorPart(specification, r => r.Message, "message");

    /// <inheritdoc />
    internal override Reply AlterReply(Call call, Reply reply) =>
        reply.ChangeError(
            call,
            r => r.Message,
            (body, path) =>
                DottedPath.Set(
                    body,
                    path,
                    "System.InvalidOperationException: failed\n   at Provider.Store.Load(String id) in /srv/app/Store.cs:line 42"
                )
        );
}
