using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Shrinking;

/// <summary>Turns a case back into a scenario of the dialect.</summary>
internal static class CaseScenario
{
    private const string Resource = "it";

    /// <summary>The scenario; null for a case that is more than valid requests with bodies of their own.</summary>
    public static TestScenario? Of(ContractCase contractCase)
    {
        if (contractCase.Explored is { } explored)
        {
            return explored.Scenario;
        }

        var calls = contractCase.Steps.Select(Call).ToImmutableArray();
        return calls.Contains(null)
            ? null
            : new TestScenario
            {
                Kind = contractCase.Kind,
                Name = new(contractCase.Title, contractCase.Requirement.Location),
                Endpoint = contractCase.Endpoint,
                Steps = [.. calls.OfType<ScenarioStep>()],
                Location = contractCase.Requirement.Location,
            };
    }

    private static ScenarioStep.Call? Call(CaseStep step)
    {
        if (
            step is not CaseStep.Send { Request: { Endpoint: { } endpoint } request } send
            || request.Credential is not (CredentialUse.Managed or CredentialUse.Anonymous)
        )
        {
            return null;
        }

        var location = endpoint.Location;
        return new(new(endpoint.OperationId.Value, location), endpoint)
        {
            As = send.IsArrangement ? new(Resource, location) : null,
            On = request.PathValues.Any(p => p.Value is ValueSource.Captured) ? new(Resource, location) : null,
            Payload = request.Body is BodyTemplate.Json body ? Literal(body.Value, location) : null,
            ExpectedStatus = new(
                send.Expectations.OfType<StatusIs>().FirstOrDefault()?.Allowed[0]
                    ?? ResourceLife.SuccessStatus(endpoint),
                location
            ),
            ExpectedError = send.Expectations.OfType<ErrorCodeIs>().FirstOrDefault() is { Allowed: [var code, ..] }
                ? new(code, location)
                : null,
        };
    }

    private static PayloadExpression Literal(JsonElement value, SourceLocation location) =>
        new(new(value.GetRawText(), location), [], new(value, location));
}
