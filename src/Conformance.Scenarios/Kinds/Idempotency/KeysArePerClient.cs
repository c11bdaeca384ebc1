using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;

namespace Conformance.Scenarios.Kinds.Idempotency;

/// <summary>A key belongs to the client that used it: another client with the same key is served anew, and sees nothing of the first one's.</summary>
internal sealed class KeysArePerClient : KeyedSource
{
    private const string OtherStep = "other client";

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(KeyedOperation operation)
    {
        var scope = operation.Rules.Scope;
        var names = scope.Where(part => part is not ("method" or "path")).ToList();
        if (
            !operation.Context.IsProtected
            || !operation.Creates
            || operation.Identifier is not { } identifier
            || (!scope.IsEmpty && names.Count == 0)
        )
        {
            yield break;
        }

        const string Situation = "same-key-of-another-client";
        var request = operation.Keyed(Situation);
        var requirement = Requirement(operation, names is [var name, ..] ? name : null);
        yield return operation.Case(
            Situation,
            "the same key of another client makes that client's own resource",
            requirement,
            operation.First(request),
            new CaseStep.Send(OtherStep, request with { Credential = new CredentialUse.SecondClient() })
            {
                Expectations = [new StatusIs(requirement, [operation.Creation])],
            }
        ) with
        {
            Expectations = [new FieldsDiffer(requirement, KeyedOperation.FirstStep, OtherStep, identifier)],
            Tags = ["second-client"],
        };
    }

    // The draft recommends it (section 5); where the specification says what a key is unique within, it is agreed.
    private static Requirement Requirement(KeyedOperation operation, string? declared)
    {
        var header = operation.Rules.Header.Value;
        return declared is not null
            ? operation.Requirement(
                "scope.client",
                $"The target MUST keep the keys in {header} apart for each client ({declared}).",
                null,
                "IDM-08"
            )
            : Sentences.Draft(
                RequirementIds.Operation(operation.Context.Endpoint, "idempotency.scope.client"),
                $"The target SHOULD keep the keys in {header} apart for each client.",
                operation.Rules.Location,
                "IDM-08"
            );
    }
}
