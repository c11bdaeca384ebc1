using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;

namespace Conformance.Scenarios.Kinds.Idempotency;

/// <summary>A request that is refused before it is carried out does not use up its key.</summary>
internal sealed class RefusalLeavesKeyFree : KeyedSource
{
    private const string RefusedStep = "refused";
    private const string CorrectedStep = "corrected";

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(KeyedOperation operation)
    {
        if (operation.Rules.ErrorsBeforeExecution is not "not_stored")
        {
            yield break;
        }

        var requirement = operation.Requirement(
            "errors_before_execution",
            $"The target MUST NOT let a refused request use up its {operation.Rules.Header}.",
            null,
            "IDM-10"
        );
        var endpoint = operation.Context;
        if (endpoint.Validation is { } invalid && InvalidBody.Of(endpoint, endpoint.Endpoint.Request!) is { } body)
        {
            yield return Case(
                operation,
                "corrected-after-validation-error",
                requirement,
                r => r with { Body = body },
                invalid.Status
            );
        }

        if (endpoint.IsProtected && endpoint.Context.Errors.FindAnywhere(endpoint.Endpoint, 401) is { } unauthorized)
        {
            yield return Case(
                operation,
                "corrected-after-missing-credential",
                requirement,
                r => r with { Credential = new CredentialUse.Anonymous() },
                unauthorized.Status
            );
        }

        if (
            MissingScope.For(endpoint) is { } use
            && endpoint.Context.Errors.FindAnywhere(endpoint.Endpoint, 403) is { } forbidden
        )
        {
            yield return Case(
                operation,
                "corrected-after-missing-scope",
                requirement,
                r => r with { Credential = use },
                forbidden.Status
            );
        }
    }

    private static ContractCase Case(
        KeyedOperation operation,
        string situation,
        Requirement requirement,
        Func<RequestTemplate, RequestTemplate> spoil,
        int status
    )
    {
        var request = operation.Keyed(situation);
        return operation.Case(
            situation,
            $"a key that was refused with {status} is free for the corrected request",
            requirement,
            new CaseStep.Send(RefusedStep, spoil(request))
            {
                IsArrangement = true,
                Expectations = [new StatusIs(requirement, [status])],
            },
            new CaseStep.Send(CorrectedStep, request)
            {
                Expectations = [new StatusIs(requirement, [operation.Creation])],
            }
        );
    }
}
