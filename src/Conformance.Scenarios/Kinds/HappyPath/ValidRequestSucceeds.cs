using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Payloads;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.HappyPath;

/// <summary>A valid request is answered with the declared success: with every field, with the required ones, as the example shows.</summary>
internal sealed class ValidRequestSucceeds : EndpointSource
{
    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        yield return Case(endpoint, "valid-request", "a valid request", PayloadShape.Full);
        if (endpoint.Endpoint.Request is not { } body)
        {
            yield break;
        }

        if (HasOptionalFields(endpoint, body))
        {
            yield return Case(
                endpoint,
                "required-fields-only",
                "a request with the required fields only",
                PayloadShape.Minimal
            );
        }

        if (body.Example is { } example)
        {
            var declared = Case(endpoint, "declared-example", "the declared example", PayloadShape.Full);
            yield return declared with
            {
                Steps =
                [
                    .. declared.Steps.Select(step =>
                        step is CaseStep.Send { IsArrangement: false } send
                            ? send with
                            {
                                Request = send.Request with
                                {
                                    Body = new BodyTemplate.Json(example.Value, body.ContentType),
                                },
                            }
                            : step
                    ),
                ],
            };
        }
    }

    private static ContractCase Case(EndpointContext endpoint, string situation, string words, PayloadShape shape)
    {
        var status = ResourceLife.SuccessStatus(endpoint.Endpoint);
        var requirement = endpoint.Requirements.Succeeds(status);
        var fields = endpoint.RequiredFieldsOf(status);
        return endpoint.Single(
            ScenarioKind.HappyPath,
            situation,
            $"{endpoint.Endpoint.Name} answers {words} with {status}",
            requirement,
            endpoint.Ready(endpoint.CaseId(ScenarioKind.HappyPath, situation), shape),
            fields.IsEmpty
                ? [new StatusIs(requirement, [status])]
                :
                [
                    new StatusIs(requirement, [status]),
                    new BodyHasFields(endpoint.Requirements.Returns(status), fields),
                ]
        );
    }

    private static bool HasOptionalFields(EndpointContext endpoint, RequestBody body) =>
        new BodyFields(endpoint.Context.Effective)
            .Of(body.Schema)
            .Any(field => field.Template.LastName is not null && field.Required is null);
}
