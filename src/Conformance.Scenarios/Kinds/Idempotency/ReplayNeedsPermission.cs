using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;

namespace Conformance.Scenarios.Kinds.Idempotency;

/// <summary>A replay is authorised like any request: knowing the key is not enough.</summary>
internal sealed class ReplayNeedsPermission : KeyedSource
{
    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(KeyedOperation operation)
    {
        if (
            !operation.Context.IsProtected
            || operation.Context.Context.Errors.FindAnywhere(operation.Context.Endpoint, 401) is not { } unauthorized
        )
        {
            yield break;
        }

        const string Situation = "replay-without-credential";
        var request = operation.Keyed(Situation);
        var requirement = operation.Requirement(
            "replay_is_authorised",
            $"The target MUST refuse a replay without credentials with {unauthorized.Status}.",
            unauthorized.Location,
            "IDM-18"
        );
        yield return operation.Case(
            Situation,
            "a replay without credentials is refused",
            requirement,
            operation.First(request),
            new CaseStep.Send(KeyedOperation.RepeatStep, request with { Credential = new CredentialUse.Anonymous() })
            {
                Expectations = [.. operation.Context.Refusal(requirement, unauthorized)],
            }
        );
    }
}
