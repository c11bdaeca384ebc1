using System.Text.Json.Nodes;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Kinds.HappyPath;
using Conformance.Scenarios.Payloads;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Compiling;

/// <summary>
/// Shows which resources there are: by a search that is not paged and finds them all, else by the list with its
/// greatest page. Cases that compare two lists run alone, for others create meanwhile.
/// </summary>
internal sealed class Listing
{
    private readonly EndpointContext lister;
    private readonly KeyValuePair<string, ValueSource>? query;

    private Listing(EndpointContext lister, KeyValuePair<string, ValueSource>? query)
    {
        this.lister = lister;
        this.query = query;
    }

    /// <summary>The operation that lists.</summary>
    public Endpoint Operation => lister.Endpoint;

    /// <summary>Where its elements are.</summary>
    public ListPlace Place => ResourceForms.PlaceOf(lister.Endpoint.Resource!);

    /// <summary>How to see what a creation makes; null when no operation lists it.</summary>
    /// <param name="creator">The operation that creates.</param>
    /// <param name="creation">The request that creates.</param>
    public static Listing? Of(EndpointContext creator, RequestTemplate creation)
    {
        if (creator.Endpoint.Resource is not { } role)
        {
            return null;
        }

        var context = creator.Context;
        var search = context.Resources.FindByRole(role.Type, ResourceAction.Search);
        if (
            search is { Resource.QueryParameter: { } parameter }
            && PageSize.Of(context.Of(search)) is null
            && creation.Body is BodyTemplate.Json json
            && PayloadEditor.Find(JsonNode.Parse(json.Value.GetRawText()), FieldPath.Parse(parameter))
                is JsonValue value
        )
        {
            return new(context.Of(search), new(parameter, new ValueSource.Literal(ValidRequests.TextOf(value))));
        }

        return Of(creator);
    }

    /// <summary>The list, with its greatest page; null when there is none.</summary>
    public static Listing? Of(EndpointContext creator) =>
        creator.Endpoint.Resource is { } role
        && creator.Context.Resources.FindByRole(role.Type, ResourceAction.List) is { } list
            ? new(creator.Context.Of(list), null)
            : null;

    /// <summary>How one operation, a list or a search, shows what a creation makes; null when it cannot.</summary>
    /// <param name="shower">The operation that lists or searches.</param>
    /// <param name="creator">The operation that creates.</param>
    /// <param name="creation">The request that creates.</param>
    public static Listing? By(EndpointContext shower, EndpointContext creator, RequestTemplate creation)
    {
        var isList = shower.Endpoint.Resource is { Action: ResourceAction.List };
        var listing = isList ? Of(creator) : Of(creator, creation);
        return listing?.Operation.OperationId == shower.Endpoint.OperationId ? listing : null;
    }

    /// <summary>The step that lists.</summary>
    public CaseStep.Send Step(string caseId, string name, Requirement requirement)
    {
        var request = lister.Context.Requests.Of(lister.Endpoint, caseId, name);
        var asked = query is { } pair
            ? request with
            {
                Query = [.. request.Query.Where(q => q.Key != pair.Key), pair],
            }
            : PageSize.Of(lister)?.Apply(request) ?? request;
        return new(name, asked)
        {
            Expectations = [new StatusIs(requirement, [ResourceLife.SuccessStatus(lister.Endpoint)])],
        };
    }
}
