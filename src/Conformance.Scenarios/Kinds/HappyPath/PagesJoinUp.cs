using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.HappyPath;

/// <summary>Pages have no element twice and lose none; a page whose size is not asked for has the declared size.</summary>
internal sealed class PagesJoinUp : EndpointSource
{
    // More would cost a target more than the sentence is worth.
    private const int MostCreated = 51;

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        if (
            endpoint.Endpoint.Resource is not { Action: ResourceAction.List } role
            || PageSize.Of(endpoint) is not { Least: <= 2, Greatest: >= 4 } size
            || endpoint.Context.Resources.CreatorOf(endpoint.Endpoint) is not { } creator
        )
        {
            yield break;
        }

        if (PagesAreCut.Mover(endpoint.Endpoint) is var (mover, from))
        {
            var isPage = from == 1;
            var requirement = Sentences.Contract(
                RequirementIds.RequestParameter(endpoint.Endpoint, "query", mover.Name, "joins"),
                $"The target MUST continue with {mover.Name.Value} where the page before ends.",
                mover.Name.Location
            );
            yield return Case(
                endpoint,
                role,
                creator,
                "pages-join",
                $"two pages of {endpoint.Endpoint.Name} are one page of twice the size",
                4,
                4,
                requirement,
                ("first page", [new(size.Parameter, Number(2)), new(mover.Name, Number(from))]),
                ("second page", [new(size.Parameter, Number(2)), new(mover.Name, Number(isPage ? 2 : 2 + from))]),
                ("whole", [new(size.Parameter, Number(4)), new(mover.Name, Number(from))])
            );
        }

        var parameter = endpoint.Endpoint.QueryParameters.First(p => p.Name.Value == size.Parameter);
        if (Default(endpoint, parameter) is { } assumed)
        {
            var requirement = Sentences.Contract(
                RequirementIds.RequestParameter(endpoint.Endpoint, "query", size.Parameter, "default"),
                $"The target MUST take {assumed} for a {size.Parameter} that is not sent.",
                endpoint.Context.Effective.Of(parameter.Schema).LocationOf("default")
            );
            yield return Case(
                endpoint,
                role,
                creator,
                "default-page-size",
                $"{endpoint.Endpoint.Name} without {size.Parameter} returns {assumed} elements",
                assumed + 1,
                assumed,
                requirement,
                ("default page", []),
                ("whole", [new(size.Parameter, Number(assumed))])
            );
        }
    }

    private static ContractCase Case(
        EndpointContext endpoint,
        ResourceRole role,
        Endpoint creator,
        string situation,
        string title,
        int created,
        int asked,
        Requirement requirement,
        params (string Step, KeyValuePair<string, ValueSource>[] Query)[] pages
    )
    {
        var id = endpoint.CaseId(ScenarioKind.HappyPath, situation);
        return endpoint.Case(
            ScenarioKind.HappyPath,
            situation,
            title,
            requirement,
            [
                .. Enumerable
                    .Range(1, created)
                    .Select(i => endpoint.Context.Resources.Create(creator, id, $"create {i}") with { Captures = [] }),
                .. pages.Select(p => Page(endpoint, id, p.Step, p.Query, requirement)),
            ]
        ) with
        {
            // A creation between two pages would move the elements on.
            Isolation = CaseIsolation.SharedState,
            Expectations =
            [
                new PagesJoin(
                    requirement,
                    [.. pages[..^1].Select(p => p.Step)],
                    pages[^1].Step,
                    ResourceForms.PlaceOf(role)
                )
                {
                    Asked = asked,
                },
            ],
            Tags = ["state"],
        };
    }

    private static CaseStep.Send Page(
        EndpointContext endpoint,
        string id,
        string step,
        KeyValuePair<string, ValueSource>[] query,
        Requirement requirement
    )
    {
        var request = endpoint.Context.Requests.Of(endpoint.Endpoint, id, step);
        return new(
            step,
            request with
            {
                Query = [.. request.Query.Where(q => query.All(other => other.Key != q.Key)), .. query],
            }
        )
        {
            Expectations = [new StatusIs(requirement, [ResourceLife.SuccessStatus(endpoint.Endpoint)])],
        };
    }

    private static int? Default(EndpointContext endpoint, ParameterDefinition parameter) =>
        endpoint.Context.Effective.Of(parameter.Schema).Default is { ValueKind: JsonValueKind.Number } value
        && value.TryGetInt32(out var size)
        && size is > 0 and < MostCreated
            ? size
            : null;

    private static ValueSource.Literal Number(int value) => new(value.ToString(CultureInfo.InvariantCulture));
}
