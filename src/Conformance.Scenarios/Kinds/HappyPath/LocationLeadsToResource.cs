using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.HappyPath;

/// <summary>Where a creation declares a <c>Location</c>, the URL it gives leads to the new resource (RFC 9110 section 10.2.2).</summary>
internal sealed class LocationLeadsToResource : EndpointSource
{
    private const string Header = "Location";
    private const string ReadStep = "follow Location";

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        if (
            endpoint.Endpoint.Resource is not { Action: ResourceAction.Create } role
            || endpoint.Context.Resources.FindByRole(role.Type, ResourceAction.Read) is not { } reader
            || Declared(endpoint.Endpoint) is not { } declared
        )
        {
            yield break;
        }

        var id = endpoint.CaseId(ScenarioKind.HappyPath, "location-leads-to-resource");
        var create = endpoint.Context.Resources.Create(endpoint.Endpoint, id);
        var read = endpoint.Context.Requests.Of(reader, id, ReadStep) with
        {
            // A relative reference is relative to the URL that was called.
            Path = create.Request.Path,
            PathValues = create.Request.PathValues,
            Reference = Header,
        };
        var requirement = Sentences.Contract(
            RequirementIds.Operation(endpoint.Endpoint, "response.location"),
            $"The target MUST send in Location where the resource that {endpoint.Endpoint.Name} created can be read.",
            declared.Name.Location,
            "HTTP-01"
        );
        yield return new()
        {
            Id = id,
            Title = $"The Location that {endpoint.Endpoint.Name} sends leads to the new resource",
            Kind = ScenarioKind.HappyPath,
            Requirement = requirement,
            Endpoint = endpoint.Endpoint,
            Steps =
            [
                create with
                {
                    Captures = [.. create.Captures, new Capture(Header, BodyField: null, Header)],
                },
                new CaseStep.Send(ReadStep, read)
                {
                    Expectations = [new StatusIs(requirement, [ResourceLife.SuccessStatus(reader)])],
                },
            ],
            Expectations = [new FieldsAgree(requirement, create.Name, ReadStep, [role.Identifier])],
            Tags = ["state", "header"],
        };
    }

    private static ResponseHeader? Declared(Endpoint creator) =>
        creator
            .Responses.FirstOrDefault(r => r.Status.Value == ResourceLife.SuccessStatus(creator))
            ?.Headers.FirstOrDefault(h => h.Name.Value.Equals(Header, StringComparison.OrdinalIgnoreCase));
}
