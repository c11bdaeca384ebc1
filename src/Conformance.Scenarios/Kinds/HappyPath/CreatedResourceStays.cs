using System.Text.Json.Nodes;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Payloads;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.HappyPath;

/// <summary>
/// A resource stays what it was created as: after another one was created, some time later, however often it is read,
/// and in lists and searches. Reading is safe (RFC 9110 section 9.2.1).
/// </summary>
internal sealed class CreatedResourceStays : EndpointSource
{
    private const string AnotherStep = "create another";
    private const string ReadStep = "read";
    private const string AgainStep = "read again";
    private static readonly TimeSpan ALittleLater = TimeSpan.FromSeconds(1.1);

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        if (
            endpoint.Endpoint.Resource is not { Action: ResourceAction.Create } role
            || endpoint.Context.Resources.FindByRole(role.Type, ResourceAction.Read) is not { } reader
        )
        {
            yield break;
        }

        var forms = new ResourceForms(endpoint.Context, role.Type);
        yield return AfterAnother(endpoint, role, reader, forms);
        yield return ReadTwice(endpoint, role, reader, forms);
        foreach (var action in (ResourceAction[])[ResourceAction.List, ResourceAction.Search])
        {
            if (Listed(endpoint, role, reader, forms, action) is { } listed)
            {
                yield return listed;
            }
        }
    }

    private static ContractCase AfterAnother(
        EndpointContext endpoint,
        ResourceRole role,
        Endpoint reader,
        ResourceForms forms
    )
    {
        const string Situation = "another-is-created";
        var id = endpoint.CaseId(ScenarioKind.HappyPath, Situation);
        var create = endpoint.Context.Resources.Create(endpoint.Endpoint, id);
        var another = endpoint.Context.Resources.Create(endpoint.Endpoint, id, AnotherStep) with { Captures = [] };
        var requirement = Sentences.Contract(
            RequirementIds.Operation(endpoint.Endpoint, "resource.own_identity"),
            $"The target MUST give every {role.Type.Value} its own {role.Identifier.Value}, and return it under that.",
            role.Location,
            "HTTP-06"
        );
        return endpoint.Case(
            ScenarioKind.HappyPath,
            Situation,
            $"{reader.Name} still returns a {role.Type.Value} when another one was created",
            requirement,
            create,
            another,
            Read(endpoint, reader, id, ReadStep, requirement)
        ) with
        {
            Expectations =
            [
                new FieldsDiffer(requirement, create.Name, AnotherStep, role.Identifier),
                new FieldsAgree(requirement, create.Name, ReadStep, [role.Identifier]),
                .. Persist(forms, requirement, (create.Name, endpoint.Endpoint), (ReadStep, reader)),
            ],
            Tags = ["state"],
        };
    }

    private static ContractCase ReadTwice(
        EndpointContext endpoint,
        ResourceRole role,
        Endpoint reader,
        ResourceForms forms
    )
    {
        const string Situation = "read-twice";
        var id = endpoint.CaseId(ScenarioKind.HappyPath, Situation);
        var requirement = Sentences.Standard(
            RequirementIds.Operation(reader, "resource.read_is_safe"),
            $"The target MUST NOT change a {role.Type.Value} by {reader.Name}.",
            role.Location,
            "RFC 9110 section 9.2.1",
            "HTTP-14"
        );
        return endpoint.Case(
            ScenarioKind.HappyPath,
            Situation,
            $"{reader.Name} returns the same when it is repeated a little later",
            requirement,
            endpoint.Context.Resources.Create(endpoint.Endpoint, id),
            Read(endpoint, reader, id, ReadStep, requirement) with
            {
                IsArrangement = true,
            },
            new CaseStep.PassTime("a little later", new TimeSource.Fixed(ALittleLater)),
            Read(endpoint, reader, id, AgainStep, requirement)
        ) with
        {
            Endpoint = reader,
            Isolation = CaseIsolation.SharedState,
            Expectations = [.. Persist(forms, requirement, (ReadStep, reader), (AgainStep, reader))],
            Tags = ["state"],
        };
    }

    private static ContractCase? Listed(
        EndpointContext endpoint,
        ResourceRole role,
        Endpoint reader,
        ResourceForms forms,
        ResourceAction action
    )
    {
        var situation = action is ResourceAction.List ? "listed-as-read" : "found-as-read";
        var id = endpoint.CaseId(ScenarioKind.HappyPath, situation);
        var create = endpoint.Context.Resources.Create(endpoint.Endpoint, id);
        var listing = action is ResourceAction.List ? Listing.Of(endpoint) : Listing.Of(endpoint, create.Request);
        if (listing?.Operation.Resource!.Action != action)
        {
            return null;
        }

        var requirement = Sentences.Contract(
            RequirementIds.Operation(listing.Operation, "resource.shown_as_read"),
            $"The target MUST show a {role.Type.Value} in {listing.Operation.Name} as {reader.Name} does.",
            listing.Operation.Resource!.Location
        );
        var persist = Persist(forms, requirement, (ReadStep, reader), ("list", listing.Operation)).ToList();
        var another = endpoint.Context.Requests.Of(endpoint.Endpoint, id, AnotherStep);
        return persist.Count == 0
            ? null
            : endpoint.Case(
                ScenarioKind.HappyPath,
                situation,
                $"{listing.Operation.Name} shows a {role.Type.Value} as {reader.Name} does",
                requirement,
                create,
                Read(endpoint, reader, id, ReadStep, requirement) with
                {
                    IsArrangement = true,
                },
                // One that differs in what the list shows, so that it cannot show the same of both. A provider that
                // knows no other value refuses it, and the list is looked at all the same.
                new CaseStep.Send(AnotherStep, Unlike(endpoint, forms, listing.Operation, another)),
                listing.Step(id, "list", requirement)
            ) with
            {
                Endpoint = listing.Operation,
                // What others create meanwhile would stand beside it again.
                Isolation = CaseIsolation.SharedState,
                Expectations = [.. persist],
                Tags = ["state"],
            };
    }

    private static RequestTemplate Unlike(
        EndpointContext endpoint,
        ResourceForms forms,
        Endpoint lister,
        RequestTemplate request
    )
    {
        var shown = forms.Fields(forms.Of(lister));
        var schema = endpoint.Endpoint.Request?.Schema;
        if (schema is null || request.Body is not BodyTemplate.Json json)
        {
            return request;
        }

        var payload = new BodyFields(endpoint.Context.Effective)
            .Of(schema)
            .Where(f => f.Template is { Segments.Length: 1, LastName: { } name } && shown.Contains(name))
            .Aggregate(
                JsonNode.Parse(json.Value.GetRawText()),
                (body, field) => OtherValue.In(body, field, IsValid) ?? body
            );
        return endpoint.WithBody(request, payload);

        bool IsValid(JsonNode? body) => endpoint.Context.Judge.Agrees(schema, body, isValid: true);
    }

    private static IEnumerable<CaseExpectation> Persist(
        ResourceForms forms,
        Requirement requirement,
        (string Step, Endpoint Operation) first,
        (string Step, Endpoint Operation) second
    )
    {
        // A creation and a reading that share nothing but the identifier have nothing else to agree in.
        if (
            forms.Persist(
                requirement,
                first,
                second,
                [],
                first.Operation.Resource!.Action is not ResourceAction.Create
            ) is
            { } persist
        )
        {
            yield return persist;
        }
    }

    private static CaseStep.Send Read(
        EndpointContext endpoint,
        Endpoint reader,
        string caseId,
        string step,
        Requirement requirement
    ) =>
        new(step, ResourceLife.OnCreated(endpoint.Context.Requests.Of(reader, caseId, step)))
        {
            Expectations = [new StatusIs(requirement, [ResourceLife.SuccessStatus(reader)])],
        };
}
