using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.WholeRun;

/// <summary>What is there to tell errors and resources apart does so over the whole run (STANDARDS ERR-05, IDM-01).</summary>
internal sealed class IdsOverTheRun : IScenarioSource
{
    /// <inheritdoc />
    public IEnumerable<ContractCase> Compile(CompilerContext context)
    {
        if (context.Endpoints.Length > 0 && context.Specification.ErrorFormat is { Roles.RequestId: { } field } format)
        {
            yield return RunCase.Of(
                ScenarioKind.EdgeCases,
                "request-ids-are-unique",
                $"no two errors have the same {field}",
                new RequestIdsAreUnique(
                    Sentences.Contract(
                        RequirementIds.Section("error_format", "request_id", "unique"),
                        $"The target MUST give each request a {field} of its own, so that support can find it.",
                        format.Location,
                        "ERR-05"
                    )
                )
            );
        }

        if (context.Endpoints.FirstOrDefault(e => NamesItsResources(e)) is { } creation)
        {
            yield return RunCase.Of(
                ScenarioKind.HappyPath,
                "identifiers-are-unique",
                "no two created resources have the same identifier",
                new IdentifiersAreUnique(
                    Sentences.Contract(
                        RequirementIds.Section("resources", "identifier", "unique"),
                        "The target MUST give every resource it creates an identifier of its own.",
                        creation.Endpoint.Resource!.Identifier.Location,
                        "IDM-01"
                    )
                )
            );
        }
    }

    // An identifier that the client chooses may come twice, and so may that of a resource that was deleted.
    private static bool NamesItsResources(EndpointContext endpoint) =>
        endpoint.Endpoint is { Resource: { Action: ResourceAction.Create } role, Method.Value: "POST" } operation
        && operation.FindResponse(201) is not null
        && (
            operation.Request is not { } request
            || endpoint.Context.Effective.Of(request.Schema).Properties.All(p => p.Name.Value != role.Identifier.Value)
        )
        && endpoint.Context.Endpoints.All(e =>
            e.Endpoint.Resource is not { Action: ResourceAction.Delete } other || other.Type.Value != role.Type.Value
        );
}
