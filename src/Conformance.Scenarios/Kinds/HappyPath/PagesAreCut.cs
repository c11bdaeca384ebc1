using System.Globalization;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.HappyPath;

/// <summary>A list has no more elements than the page size asked for, and the next page starts with another element.</summary>
internal sealed class PagesAreCut : EndpointSource
{
    private static readonly string[] Offsets = ["offset", "skip", "start"];
    private static readonly string[] Pages = ["page", "page_number"];

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        if (
            endpoint.Endpoint.Resource is not { Action: ResourceAction.List } role
            || PageSize.Of(endpoint) is not { Least: <= 1 } size
            || endpoint.Context.Resources.CreatorOf(endpoint.Endpoint) is not { } creator
        )
        {
            yield break;
        }

        var id = endpoint.CaseId(ScenarioKind.HappyPath, "page-size");
        var requirement = Sentences.Contract(
            RequirementIds.RequestParameter(endpoint.Endpoint, "query", size.Parameter, "meaning"),
            $"The target MUST return no more elements from {endpoint.Endpoint.Name} than {size.Parameter} asks for.",
            endpoint.Endpoint.QueryParameters.First(p => p.Name.Value == size.Parameter).Name.Location
        );
        var creations = new[] { "create", "create another" }
            .Select(step => Create(endpoint, creator, id, step))
            .ToList();
        yield return endpoint.Case(
            ScenarioKind.HappyPath,
            "page-size",
            $"{endpoint.Endpoint.Name} with {size.Parameter}=1 returns one element at most",
            requirement,
            [.. creations, Page(endpoint, role, size, id, "page", requirement, [])]
        );
        if (Mover(endpoint.Endpoint) is not var (mover, from))
        {
            yield break;
        }

        var moves = Sentences.Contract(
            RequirementIds.RequestParameter(endpoint.Endpoint, "query", mover.Name, "meaning"),
            $"The target MUST return other elements from {endpoint.Endpoint.Name} for another {mover.Name.Value}.",
            mover.Name.Location
        );
        var first = $"{(role.CollectionField is { } field ? field : "")}[0].{role.Identifier.Value}";
        yield return endpoint.Case(
            ScenarioKind.HappyPath,
            "next-page",
            $"{endpoint.Endpoint.Name} with {mover.Name.Value}={from + 1} starts with another element than with {from}",
            moves,
            [
                .. creations,
                Page(endpoint, role, size, id, "first page", moves, [new(mover.Name, Number(from))]),
                Page(endpoint, role, size, id, "next page", moves, [new(mover.Name, Number(from + 1))]),
            ]
        ) with
        {
            // A creation between the two pages would move the first element to the second page.
            Isolation = CaseIsolation.SharedState,
            Expectations = [new FieldsDiffer(moves, "first page", "next page", first)],
        };
    }

    private static CaseStep.Send Create(EndpointContext endpoint, Endpoint creator, string id, string step) =>
        endpoint.Context.Resources.Create(creator, id, step) with
        {
            Captures = [],
        };

    private static CaseStep.Send Page(
        EndpointContext endpoint,
        ResourceRole role,
        PageSize size,
        string id,
        string step,
        Requirement requirement,
        KeyValuePair<string, ValueSource>[] more
    )
    {
        var request = size.Apply(endpoint.Context.Requests.Of(endpoint.Endpoint, id, step), 1);
        return new(step, request with { Query = [.. request.Query, .. more] })
        {
            Expectations =
            [
                new StatusIs(requirement, [ResourceLife.SuccessStatus(endpoint.Endpoint)]),
                new BodyMatches(requirement, CollectionSchema.AtMost(role, 1)),
            ],
        };
    }

    /// <summary>The parameter that moves from page to page, and its value for the first one: 0 for elements, 1 for pages.</summary>
    internal static (ParameterDefinition, int)? Mover(Endpoint endpoint) =>
        endpoint
            .QueryParameters.Select(p =>
                Offsets.Contains(p.Name.Value, StringComparer.OrdinalIgnoreCase) ? (p, 0)
                : Pages.Contains(p.Name.Value, StringComparer.OrdinalIgnoreCase) ? (p, 1)
                : ((ParameterDefinition, int)?)null
            )
            .FirstOrDefault(m => m is not null);

    private static ValueSource.Literal Number(int value) => new(value.ToString(CultureInfo.InvariantCulture));
}
