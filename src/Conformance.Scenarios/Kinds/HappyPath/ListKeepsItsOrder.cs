using System.Text.Json.Nodes;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Payloads;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;

namespace Conformance.Scenarios.Kinds.HappyPath;

/// <summary>A list or search has its elements in the order that is declared for it.</summary>
internal sealed class ListKeepsItsOrder : EndpointSource
{
    private const string Situation = "in-order";
    private const string AnotherStep = "create another";

    // A time that is written in whole seconds tells the two apart all the same.
    private static readonly TimeSpan ALittleLater = TimeSpan.FromSeconds(1.1);

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        if (
            endpoint.Endpoint.Resource
                is not { Action: ResourceAction.List or ResourceAction.Search, Order: { } order } role
            || endpoint.Context.Resources.CreatorOf(endpoint.Endpoint) is not { } creator
        )
        {
            yield break;
        }

        var way = order.Value.IsDescending ? "descending" : "ascending";
        var requirement = Sentences.Contract(
            RequirementIds.Operation(endpoint.Endpoint, "resource.order"),
            $"The target MUST return the elements of {endpoint.Endpoint.Name} by {order.Value.Field} {way}.",
            order.Location
        );
        if (!IsComparable(endpoint, role, order.Value.Field))
        {
            endpoint.Context.Omit(
                requirement,
                $"{order.Value.Field} is neither a number nor a date-time of the elements; the order of texts depends on a language."
            );
            yield break;
        }

        var id = endpoint.CaseId(ScenarioKind.HappyPath, Situation);
        var create = endpoint.Context.Resources.Create(creator, id);
        if (Listing.By(endpoint, endpoint.Context.Of(creator), create.Request) is not { } listing)
        {
            yield break;
        }

        var list = listing.Step(id, "list", requirement);
        yield return endpoint.Case(
            ScenarioKind.HappyPath,
            Situation,
            $"{endpoint.Endpoint.Name} returns its elements by {order.Value.Field} {way}",
            requirement,
            create,
            new CaseStep.PassTime("a little later", new TimeSource.Fixed(ALittleLater)),
            Another(endpoint, creator, id, order.Value.Field),
            list with
            {
                Expectations =
                [
                    .. list.Expectations,
                    new ListIsOrdered(requirement, listing.Place, order.Value.Field, order.Value.IsDescending),
                ],
            }
        ) with
        {
            Isolation = CaseIsolation.SharedState,
            Tags = ["state"],
        };
    }

    private static bool IsComparable(EndpointContext endpoint, ResourceRole role, string field)
    {
        var forms = new ResourceForms(endpoint.Context, role.Type);
        return forms.Of(endpoint.Endpoint)?.Properties.FirstOrDefault(p => p.Name.Value == field) is { } property
            && endpoint.Context.Effective.Of(property.Schema) is var schema
            && (
                (schema.Types & ~(JsonTypes.Number | JsonTypes.Integer | JsonTypes.Null)) == 0
                || (schema.Format is { } format && SchemaFormats.Normalize(format) == "date-time")
            );
    }

    // Where the client decides the field, the second one gets another value.
    private static CaseStep.Send Another(EndpointContext endpoint, Endpoint creator, string id, string field)
    {
        var another = endpoint.Context.Resources.Create(creator, id, AnotherStep) with { Captures = [] };
        if (creator.Request is not { } body || another.Request.Body is not BodyTemplate.Json json)
        {
            return another;
        }

        var payload = JsonNode.Parse(json.Value.GetRawText());
        var other = new BodyFields(endpoint.Context.Effective)
            .Of(body.Schema)
            .Where(f => f.Template.ToString() == field)
            .Select(f => OtherValue.In(payload, f, p => endpoint.Context.Judge.Agrees(body.Schema, p, isValid: true)))
            .FirstOrDefault();
        return other is null
            ? another
            : another with
            {
                Request = another.Request with { Body = ValidRequests.Json(body, other) },
            };
    }
}
