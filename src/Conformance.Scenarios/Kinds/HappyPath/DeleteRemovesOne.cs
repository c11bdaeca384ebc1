using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.HappyPath;

/// <summary>A deletion takes the one resource it names out of the list, and leaves the others.</summary>
internal sealed class DeleteRemovesOne : EndpointSource
{
    private const string ListStep = "list";

    // A deletion that reaches too far may reach back or ahead.
    private static readonly (string Create, string Id, string Read) Earlier = (
        "create earlier",
        "earlier resource id",
        "read the earlier"
    );

    private static readonly (string Create, string Id, string Read) Later = (
        "create later",
        "later resource id",
        "read the later"
    );

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        if (
            endpoint.Endpoint.Resource is not { Action: ResourceAction.Delete } role
            || endpoint.Context.Resources.CreatorOf(endpoint.Endpoint) is not { } creator
        )
        {
            yield break;
        }

        var reader = endpoint.Context.Resources.FindByRole(role.Type, ResourceAction.Read);
        var listing = Listing.Of(endpoint);
        if (reader is null && listing is null)
        {
            yield break;
        }

        const string Situation = "removes-one";
        var id = endpoint.CaseId(ScenarioKind.HappyPath, Situation);
        var requirement = Sentences.Contract(
            RequirementIds.Operation(endpoint.Endpoint, "resource.removes_one"),
            $"The target MUST remove by {endpoint.Endpoint.Name} the {role.Type.Value} it names, and no other.",
            role.Location
        );
        var status = ResourceLife.SuccessStatus(endpoint.Endpoint);
        List<CaseStep> steps =
        [
            Create(Earlier),
            endpoint.Context.Resources.Create(creator, id),
            Create(Later),
            new CaseStep.Send(EndpointContext.RequestStep, endpoint.Ready(id).Request)
            {
                IsArrangement = true,
                Expectations = [new StatusIs(requirement, [status])],
            },
        ];
        if (reader is not null)
        {
            steps.Add(Other(endpoint, reader, id, Earlier, requirement));
            steps.Add(Other(endpoint, reader, id, Later, requirement));
        }

        if (listing is not null)
        {
            steps.Add(listing.Step(id, ListStep, requirement));
        }

        yield return endpoint.Case(
            ScenarioKind.HappyPath,
            Situation,
            $"{endpoint.Endpoint.Name} removes the {role.Type.Value} it names from the list, and no other",
            requirement,
            steps
        ) with
        {
            Expectations = listing is null
                ? []
                :
                [
                    new ListLacks(
                        requirement,
                        ResourceLife.CreateStep,
                        creator.Resource!.Identifier,
                        ListStep,
                        listing.Place
                    ),
                ],
            Tags = ["state"],
        };

        CaseStep.Send Create((string Create, string Id, string Read) other) =>
            endpoint.Context.Resources.Create(creator, id, other.Create) with
            {
                Captures = [new Capture(other.Id, creator.Resource!.Identifier.Value)],
            };
    }

    private static CaseStep.Send Other(
        EndpointContext endpoint,
        Endpoint reader,
        string id,
        (string Create, string Id, string Read) other,
        Requirement requirement
    )
    {
        var request = endpoint.Context.Requests.Of(reader, id, other.Read);
        return new(
            other.Read,
            request with
            {
                PathValues =
                [
                    .. request.PathValues.Select(p =>
                        p.Key == reader.Resource!.PathParameter ? new(p.Key, new ValueSource.Captured(other.Id)) : p
                    ),
                ],
            }
        )
        {
            Expectations = [new StatusIs(requirement, [ResourceLife.SuccessStatus(reader)])],
        };
    }
}
