using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.AuthRefresh;

/// <summary>
/// What belongs to one client does not exist for another: it is neither read nor changed, and no list or search shows it
/// (STANDARDS SEC-01). Where the specification does not say whom resources belong to, good practice is only advised.
/// </summary>
internal sealed class OthersResourcesAreHidden : EndpointSource
{
    private const string Situation = "resource-of-another-client";
    private const string BeforeStep = "read before";
    private const string AfterStep = "read after";

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        if (
            !endpoint.IsProtected
            || endpoint.Endpoint.Resource is not { Action: not ResourceAction.Create } role
            || endpoint.Context.Resources.CreatorOf(endpoint.Endpoint) is not { } creator
            || endpoint.Context.Resources.OwnershipOf(role.Type) is { Value: ResourceOwnership.Shared }
        )
        {
            return [];
        }

        var requirement = Requirement(endpoint, role);
        return role.Action switch
        {
            ResourceAction.List or ResourceAction.Search => Shown(endpoint, role, creator, requirement),
            _ when role.PathParameter is not null => [Reached(endpoint, role, requirement)],
            _ => [],
        };
    }

    private static Requirement Requirement(EndpointContext endpoint, ResourceRole role)
    {
        var id = RequirementIds.Operation(endpoint.Endpoint, "resource.ownership");
        return endpoint.Context.Resources.OwnershipOf(role.Type) is { } declared
            ? Sentences.Contract(
                id,
                $"The target MUST treat a {role.Type.Value} of another client in {endpoint.Endpoint.Name} as if it did not exist.",
                declared.Location,
                "SEC-01"
            )
            : Sentences.Proposal(
                id,
                $"The target SHOULD treat a {role.Type.Value} of another client in {endpoint.Endpoint.Name} as if it did not exist.",
                role.Location,
                "SEC-01"
            );
    }

    private static ContractCase Reached(EndpointContext endpoint, ResourceRole role, Requirement requirement)
    {
        var id = endpoint.CaseId(ScenarioKind.AuthRefresh, Situation);
        var ready = endpoint.Ready(id);
        var reader =
            endpoint.Endpoint.Resource!.Action is ResourceAction.Read
                ? null
                : endpoint.Context.Resources.FindByRole(role.Type, ResourceAction.Read);
        return endpoint.Case(
            ScenarioKind.AuthRefresh,
            Situation,
            $"{endpoint.Endpoint.Name} with the {role.Type.Value} of another client is refused{(reader is null ? "" : ", and changes nothing")}",
            requirement,
            [
                .. ready.Before,
                .. Read(BeforeStep).Select(s => s with { IsArrangement = true }),
                new CaseStep.Send(
                    EndpointContext.RequestStep,
                    ready.Request with
                    {
                        Credential = new CredentialUse.SecondClient(),
                    }
                )
                {
                    Expectations = [new StatusIs(requirement, Refusals(endpoint.Endpoint))],
                },
                .. Read(AfterStep),
            ]
        ) with
        {
            Expectations = reader is null
                ? []
                :
                [
                    new FieldsAgree(
                        requirement,
                        BeforeStep,
                        AfterStep,
                        endpoint.Context.Of(reader).RequiredFieldsOf(ResourceLife.SuccessStatus(reader))
                    ),
                ],
            Tags = ["second-client", "security"],
        };

        IEnumerable<CaseStep.Send> Read(string step) =>
            reader is null
                ? []
                :
                [
                    new(step, ResourceLife.OnCreated(endpoint.Context.Requests.Of(reader, id, step)))
                    {
                        Expectations = [new StatusIs(requirement, [ResourceLife.SuccessStatus(reader)])],
                    },
                ];
    }

    private static IEnumerable<ContractCase> Shown(
        EndpointContext endpoint,
        ResourceRole role,
        Endpoint creator,
        Requirement requirement
    )
    {
        var id = endpoint.CaseId(ScenarioKind.AuthRefresh, Situation);
        var create = endpoint.Context.Resources.Create(creator, id);
        if (Listing.By(endpoint, endpoint.Context.Of(creator), create.Request) is not { } listing)
        {
            yield break;
        }

        var list = listing.Step(id, "list", requirement);
        yield return endpoint.Case(
            ScenarioKind.AuthRefresh,
            Situation,
            $"{endpoint.Endpoint.Name} does not show the {role.Type.Value} of another client",
            requirement,
            create,
            list with
            {
                Request = list.Request with { Credential = new CredentialUse.SecondClient() },
            }
        ) with
        {
            Expectations = [new ListLacks(requirement, create.Name, role.Identifier, list.Name, listing.Place)],
            Tags = ["second-client", "security"],
        };
    }

    // RFC 9110 section 15.5.4: a server may hide that the resource exists (404), or say that it is not for this client.
    private static ImmutableArray<int> Refusals(Endpoint endpoint)
    {
        var declared = endpoint.Responses.Select(r => r.Status.Value).Where(s => s is 404 or 403).ToImmutableArray();
        return declared.IsEmpty ? [404, 403] : [.. declared.OrderByDescending(s => s)];
    }
}
