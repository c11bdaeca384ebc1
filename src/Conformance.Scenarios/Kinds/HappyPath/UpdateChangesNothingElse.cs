using System.Text.Json.Nodes;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Payloads;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.HappyPath;

/// <summary>
/// A partial update of one field changes that field and leaves the others as they were; a field that may be null can be
/// set to null.
/// </summary>
internal sealed class UpdateChangesNothingElse : EndpointSource
{
    private const string BeforeStep = "read before";
    private const string AfterStep = "read after";

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        if (
            endpoint.Endpoint is not { Resource: { Action: ResourceAction.Update } role, Request: { } body }
            || endpoint.Endpoint.Method.Value != "PATCH"
            || endpoint.Context.Resources.CreatorOf(endpoint.Endpoint) is null
            || endpoint.Context.Resources.FindByRole(role.Type, ResourceAction.Read) is not { } reader
        )
        {
            yield break;
        }

        var forms = new ResourceForms(endpoint.Context, role.Type);
        var shown = forms.Fields(forms.Of(reader));
        var valid = endpoint.Context.Payloads.Valid(
            body.Schema,
            PayloadShape.Full,
            endpoint.CaseId(ScenarioKind.HappyPath, "update-one")
        );
        var fields = new BodyFields(endpoint.Context.Effective)
            .Of(body.Schema)
            .Where(f => f.Template is { Segments.Length: 1, LastName: { } name } && shown.Contains(name));
        foreach (var field in fields)
        {
            var name = field.Template.LastName!;
            if (PayloadEditor.Find(OtherValue.In(valid, field, _ => true), field.First) is { } other)
            {
                var one = Case(endpoint, role, reader, forms, name, "update-one", other);
                if (one is not null)
                {
                    yield return one;
                }
            }

            if (field.Schema.Types.HasFlag(JsonTypes.Null) && field.Schema.Types is not JsonTypes.Any)
            {
                var none = Case(endpoint, role, reader, forms, name, "update-to-null", null);
                if (none is not null)
                {
                    yield return none;
                }
            }
        }
    }

    private static ContractCase? Case(
        EndpointContext endpoint,
        ResourceRole role,
        Endpoint reader,
        ResourceForms forms,
        string field,
        string situation,
        JsonNode? value
    )
    {
        var payload = new JsonObject { [field] = value?.DeepClone() };
        if (!endpoint.Context.Judge.Agrees(endpoint.Endpoint.Request!.Schema, payload, isValid: true))
        {
            return null;
        }

        var id = endpoint.CaseId(ScenarioKind.HappyPath, $"{situation}/{field}");
        var ready = endpoint.Ready(id);
        var requirement = Sentences.Contract(
            RequirementIds.Operation(endpoint.Endpoint, $"resource.changes_only.{field}"),
            $"The target MUST change {field} and nothing else when {endpoint.Endpoint.Name} sends {field} alone.",
            role.Location
        );
        var request = endpoint.WithBody(ready.Request, payload);
        var persist = forms.Persist(
            requirement,
            (BeforeStep, reader),
            (AfterStep, reader),
            [field],
            isUntouched: false
        );
        return endpoint.Case(
            ScenarioKind.HappyPath,
            $"{situation}/{field}",
            $"{endpoint.Endpoint.Name} with {field}: {value?.ToJsonString() ?? "null"} alone changes {field} alone",
            requirement,
            [
                .. ready.Before,
                Read(endpoint, reader, id, BeforeStep, requirement) with
                {
                    IsArrangement = true,
                },
                new CaseStep.Send(EndpointContext.RequestStep, request)
                {
                    Expectations = [new StatusIs(requirement, [ResourceLife.SuccessStatus(endpoint.Endpoint)])],
                },
                WithShown(
                    Read(endpoint, reader, id, AfterStep, requirement),
                    forms.Shown(requirement, forms.Of(reader), request.Body)
                ),
            ]
        ) with
        {
            Expectations = persist is null ? [] : [persist],
            Tags = ["state"],
        };
    }

    private static CaseStep.Send WithShown(CaseStep.Send read, IEnumerable<FieldIs> shown) =>
        read with
        {
            Expectations = [.. read.Expectations, .. shown],
        };

    private static CaseStep.Send Read(
        EndpointContext endpoint,
        Endpoint reader,
        string id,
        string step,
        Requirement requirement
    ) =>
        new(step, ResourceLife.OnCreated(endpoint.Context.Requests.Of(reader, id, step)))
        {
            Expectations = [new StatusIs(requirement, [ResourceLife.SuccessStatus(reader)])],
        };
}
