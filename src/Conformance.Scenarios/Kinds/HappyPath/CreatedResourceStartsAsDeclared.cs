using System.Text.Json;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.HappyPath;

/// <summary>
/// The state that a creation answers with is one the resource can be in, and the first one where the specification says
/// which that is: by a scenario's probe it is demanded, by an example alone it is advice.
/// </summary>
internal sealed class CreatedResourceStartsAsDeclared : EndpointSource
{
    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint) =>
        endpoint.Endpoint.Resource is { Action: ResourceAction.Create } role
            ? new ResourceForms(endpoint.Context, role.Type).Moving.SelectMany(field => Compile(endpoint, role, field))
            : [];

    private static IEnumerable<ContractCase> Compile(EndpointContext endpoint, ResourceRole role, string field)
    {
        var status = ResourceLife.SuccessStatus(endpoint.Endpoint);
        var answer = endpoint.BodyOf(status);
        if (answer?.Properties.FirstOrDefault(p => p.Name.Value == field) is not { } answered)
        {
            yield break;
        }

        var reader = endpoint.Context.Resources.FindByRole(role.Type, ResourceAction.Read);
        var states = reader is null
            ? null
            : new ResourceForms(endpoint.Context, role.Type)
                .Of(reader)
                ?.Properties.FirstOrDefault(p => p.Name.Value == field);
        if (
            states is not null
            && endpoint.Context.Effective.Of(states.Schema) is { Enum.IsDefaultOrEmpty: false } known
        )
        {
            var requirement = Sentences.Contract(
                RequirementIds.Operation(endpoint.Endpoint, $"resource.states.{field}"),
                $"The target MUST answer {endpoint.Endpoint.Name} with a {field} that {reader!.Name} declares.",
                states.Name.Location
            );
            yield return Case(
                endpoint,
                $"declared-{field}",
                $"{endpoint.Endpoint.Name} answers with a {field} that {reader.Name} declares",
                requirement,
                new BodyMatches(requirement, Object(field, known, role.Location))
            );
        }

        if (Shown(endpoint, status, field, answered) is { } example)
        {
            var probe = Probe(endpoint, role, field, example);
            var id = RequirementIds.Operation(endpoint.Endpoint, $"resource.initial.{field}");
            var requirement = probe is not null
                ? Sentences.Contract(
                    id,
                    $"The target MUST create a {role.Type.Value} with {field} {example.GetRawText()}.",
                    probe
                )
                : Sentences.Advice(
                    id,
                    $"The target SHOULD create a {role.Type.Value} with {field} {example.GetRawText()}, as the example shows.",
                    endpoint.Endpoint.FindResponse(status)!.Location
                );
            yield return Case(
                endpoint,
                $"initial-{field}",
                $"{endpoint.Endpoint.Name} answers with {field} {example.GetRawText()}",
                requirement,
                new FieldIs(requirement, field, example)
            );
        }
    }

    private static ContractCase Case(
        EndpointContext endpoint,
        string situation,
        string title,
        Requirement requirement,
        ExchangeExpectation expectation
    )
    {
        var status = ResourceLife.SuccessStatus(endpoint.Endpoint);
        return endpoint.Single(
            ScenarioKind.HappyPath,
            situation,
            title,
            requirement,
            endpoint.Ready(endpoint.CaseId(ScenarioKind.HappyPath, situation)),
            [new StatusIs(endpoint.Requirements.Succeeds(status), [status]), expectation]
        ) with
        {
            Tags = ["state"],
        };
    }

    private static JsonElement? Shown(EndpointContext endpoint, int status, string field, SchemaProperty answered) =>
        endpoint.Endpoint.FindResponse(status)?.Example is { Value: { ValueKind: JsonValueKind.Object } body }
        && body.TryGetProperty(field, out var shown)
            ? shown
            : endpoint
                .Context.Effective.Of(answered.Schema)
                .Examples.Select(e => (JsonElement?)e.Value)
                .FirstOrDefault();

    // A probe right after the creation that demands the same value says that this is where a resource starts.
    private static SourceLocation? Probe(
        EndpointContext endpoint,
        ResourceRole role,
        string field,
        JsonElement value
    ) =>
        endpoint
            .Context.Specification.TestScenarios.Where(s => s.Endpoint?.OperationId == endpoint.Endpoint.OperationId)
            .SelectMany(s => s.Postconditions)
            .Select(p => p.Probe)
            .OfType<PostconditionProbe>()
            .Where(p =>
                p.Endpoint.Resource is { Action: ResourceAction.Read } read && read.Type.Value == role.Type.Value
            )
            .Where(p => p.ExpectedFields.Any(f => f.Key == field && JsonElement.DeepEquals(f.Value, value)))
            .Select(p => p.Location)
            .FirstOrDefault();

    private static SchemaNode Object(string field, SchemaNode known, SourceLocation location) =>
        new()
        {
            Location = location,
            Properties = [new(new(field, location), new() { Location = known.Location, Enum = known.Enum }, null)],
        };
}
