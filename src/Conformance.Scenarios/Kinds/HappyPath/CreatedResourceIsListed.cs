using System.Globalization;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.HappyPath;

/// <summary>A resource that was created is in the list, and only once.</summary>
internal sealed class CreatedResourceIsListed : EndpointSource
{
    private const string ListStep = "list";

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        if (
            endpoint.Endpoint.Resource is not { Action: ResourceAction.List } role
            || endpoint.Context.Resources.CreatorOf(endpoint.Endpoint) is not { } creator
        )
        {
            yield break;
        }

        var id = endpoint.CaseId(ScenarioKind.HappyPath, "lists-created");
        var size = PageSize.Of(endpoint);
        var request = endpoint.Context.Requests.Of(endpoint.Endpoint, id, ListStep);
        var requirement = Sentences.Contract(
            RequirementIds.Operation(endpoint.Endpoint, "resource.lists_created"),
            $"The target MUST list what {creator.Name} created, once.",
            role.Location
        );
        yield return new()
        {
            Id = id,
            Title = $"{endpoint.Endpoint.Name} lists what {creator.Name} created, once",
            Kind = ScenarioKind.HappyPath,
            Requirement = requirement,
            Endpoint = endpoint.Endpoint,
            Steps =
            [
                endpoint.Context.Resources.Create(creator, id),
                new CaseStep.Send(ListStep, size is { } page ? page.Apply(request) : request)
                {
                    Expectations = [new StatusIs(requirement, [ResourceLife.SuccessStatus(endpoint.Endpoint)])],
                },
            ],
            Expectations =
            [
                new ListContainsOnce(
                    requirement,
                    ResourceLife.CreateStep,
                    creator.Resource!.Identifier,
                    ListStep,
                    role.CollectionField,
                    role.Identifier,
                    size?.Greatest
                ),
            ],
            Tags = ["state"],
        };
    }
}

/// <summary>The query parameter that says how many elements a page has.</summary>
/// <param name="Parameter">Name of the parameter.</param>
/// <param name="Least">Least number allowed.</param>
/// <param name="Greatest">Greatest number allowed.</param>
internal sealed record PageSize(string Parameter, int Least, int Greatest)
{
    private static readonly string[] Names = ["limit", "page_size", "pagesize", "per_page", "perpage", "page_limit"];

    /// <summary>The operation's parameter; null when it has none, or one without bounds.</summary>
    public static PageSize? Of(EndpointContext endpoint) =>
        endpoint
            .Endpoint.QueryParameters.Where(p => Names.Contains(p.Name.Value, StringComparer.OrdinalIgnoreCase))
            .Select(p => (p.Name.Value, Schema: endpoint.Context.Effective.Of(p.Schema)))
            .Where(p => p.Schema.Maximum is not null)
            .Select(p => new PageSize(p.Value, (int)(p.Schema.Minimum ?? 1), (int)p.Schema.Maximum!.Value))
            .FirstOrDefault();

    /// <summary>The request for a page of the greatest size, or of the size given.</summary>
    public RequestTemplate Apply(RequestTemplate request, int? size = null) =>
        request with
        {
            Query =
            [
                .. request.Query.Where(q => q.Key != Parameter),
                new(Parameter, new ValueSource.Literal((size ?? Greatest).ToString(CultureInfo.InvariantCulture))),
            ],
        };
}
