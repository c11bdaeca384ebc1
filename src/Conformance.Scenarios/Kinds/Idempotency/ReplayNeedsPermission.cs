using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Requirements;

namespace Conformance.Scenarios.Kinds.Idempotency;

/// <summary>A replay is authorised like any request: knowing the key is not enough.</summary>
internal sealed class ReplayNeedsPermission : KeyedSource
{
    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(KeyedOperation operation)
    {
        var errors = operation.Context.Context.Errors;
        if (operation.Context.IsProtected && errors.FindAnywhere(operation.Context.Endpoint, 401) is { } unauthorized)
        {
            yield return Case(
                operation,
                "replay-without-credential",
                "a replay without credentials",
                new CredentialUse.Anonymous(),
                unauthorized
            );
        }

        if (
            MissingScope.For(operation.Context) is { } use
            && errors.FindAnywhere(operation.Context.Endpoint, 403) is { } forbidden
        )
        {
            yield return Case(operation, "replay-without-scope", "a replay without the scope", use, forbidden);
        }
    }

    private static ContractCase Case(
        KeyedOperation operation,
        string situation,
        string what,
        CredentialUse use,
        ErrorAnswer answer
    )
    {
        var request = operation.Keyed(situation);
        var requirement = operation.Requirement(
            "replay_is_authorised",
            "The target MUST authorise a replay like any request.",
            answer.Location,
            "IDM-18"
        );
        return operation.Case(
            situation,
            $"{what} is refused",
            requirement,
            operation.First(request),
            new CaseStep.Send(KeyedOperation.RepeatStep, request with { Credential = use })
            {
                Expectations = [.. operation.Context.Refusal(requirement, answer)],
            }
        );
    }
}
