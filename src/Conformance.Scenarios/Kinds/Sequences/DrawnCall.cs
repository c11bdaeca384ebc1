using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Kinds.Declared;
using Conformance.Scenarios.Kinds.Idempotency;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.Sequences;

/// <summary>How a call is made so that it is answered as a diagram shows.</summary>
/// <param name="Status">The answer's status.</param>
/// <param name="State">State of the provider in which it is answered so; null for an ordinary one.</param>
/// <param name="Change">What is changed about a valid request.</param>
internal sealed record DrawnCall(int Status, string? State, Func<RequestTemplate, RequestTemplate> Change)
{
    /// <summary>The way to an answer; null when nothing in the specification brings it about.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="answer">The answer as drawn; null when none is.</param>
    /// <param name="isRepeated">Whether the same operation was called before.</param>
    /// <param name="choices">The branches that are taken, in words.</param>
    public static DrawnCall? Of(
        EndpointContext operation,
        DiagramMeaning.Answer? answer,
        bool isRepeated,
        string choices
    )
    {
        var success = ResourceLife.SuccessStatus(operation.Endpoint);
        var status = answer?.Status ?? success;
        if (status == success)
        {
            return new(status, null, request => request);
        }

        return isRepeated && operation.Endpoint.Idempotency is { } rules && rules.OnReplay?.Status.Value == status
                ? new(status, null, request => Keyed(request, rules))
            : status is >= 200 and < 300 ? null
            : ByScenario(operation, status, answer?.ErrorCode)
                ?? ByState(operation, status, choices)
                ?? ByRequest(operation, status, answer?.ErrorCode);
    }

    /// <summary>The request with an idempotency key that all calls of the case share.</summary>
    public static RequestTemplate Keyed(RequestTemplate request, IdempotencyRules rules) =>
        DeclaredHeader.Set(request, rules.Header.Value, new ValueSource.RunUnique("key"));

    private static DrawnCall? ByScenario(EndpointContext operation, int status, string? code)
    {
        var scenario = operation
            .Context.Specification.TestScenarios.Where(s =>
                s.Endpoint == operation.Endpoint
                && s.Steps.IsEmpty
                && s.ExpectedStatus?.Value == status
                && (code is null || s.ExpectedError is null || s.ExpectedError.Value == code)
                && (s.Setup is not null || s.Payload is { Edits.IsEmpty: false })
            )
            .OrderBy(s => s.ExpectedError?.Value == code ? 0 : 1)
            .FirstOrDefault();
        return scenario is null
            ? null
            : new(
                status,
                scenario.Setup?.Value,
                request =>
                    scenario.Headers.Aggregate(
                        DeclaredPayload.Apply(operation, request, scenario.Payload),
                        (r, header) => DeclaredHeader.Set(r, header.Key, Placeholder.Of(header.Value))
                    )
            );
    }

    // What is written at the branch is the name of a state, word for word.
    private static DrawnCall? ByState(EndpointContext operation, int status, string choices) =>
        operation
            .Context.Options.Environment?.Fixtures.Select(f => f.State.Value)
            .FirstOrDefault(state => choices.Contains(state, StringComparison.OrdinalIgnoreCase))
            is { } state
            ? new(status, state, request => request)
            : null;

    private static DrawnCall? ByRequest(EndpointContext operation, int status, string? code)
    {
        if (status == 401 && operation.IsProtected)
        {
            return new(status, null, request => request with { Credential = new CredentialUse.Anonymous() });
        }

        return
            operation.Validation is { } invalid
            && invalid.Status == status
            && (code is null || invalid.Code == code)
            && operation.Endpoint.Request is { } body
            && InvalidBody.Of(operation, body) is { } wrong
            ? new(status, null, request => request with { Body = wrong })
            : null;
    }
}
