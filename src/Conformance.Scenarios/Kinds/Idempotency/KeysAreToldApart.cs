using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;

namespace Conformance.Scenarios.Kinds.Idempotency;

/// <summary>The same payload under different keys, or under none, makes different resources.</summary>
internal sealed class KeysAreToldApart : KeyedSource
{
    private const string SecondStep = "second";

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(KeyedOperation operation)
    {
        if (!operation.Creates || operation.Identifier is not { } identifier)
        {
            yield break;
        }

        var different = operation.Requirement(
            "different_keys",
            $"The target MUST process the same payload anew under another {operation.Rules.Header}.",
            null,
            "IDM-01"
        );
        yield return Case(
            operation,
            "different-keys",
            "the same payload with another key makes another resource",
            different,
            operation.Keyed("different-keys"),
            operation.Keyed("different-keys", "another key"),
            identifier
        );
        if (operation.Rules.MaxLength is { } greatest)
        {
            var requirement = operation.Requirement(
                "max_length",
                $"The target MUST accept keys up to {greatest} characters and refuse longer ones.",
                null,
                "IDM-12"
            );
            var key = new ValueSource.RunUnique("long key") { Length = greatest };
            yield return operation.Case(
                "longest-key",
                $"a key of {greatest} characters is accepted",
                requirement,
                new CaseStep.Send(KeyedOperation.FirstStep, operation.WithKey(operation.Plain("longest-key"), key))
                {
                    Expectations = [new StatusIs(requirement, [operation.Creation])],
                }
            );
        }

        if (!operation.Rules.Required)
        {
            var plain = operation.Plain("no-key");
            var requirement = operation.Requirement(
                "missing_key",
                $"The target MUST process requests without {operation.Rules.Header} one by one.",
                null,
                "IDM-11"
            );
            yield return Case(
                operation,
                "no-key",
                "the same payload twice without a key makes two resources",
                requirement,
                plain,
                plain,
                identifier
            );
        }
    }

    private static ContractCase Case(
        KeyedOperation operation,
        string situation,
        string title,
        Requirement requirement,
        RequestTemplate first,
        RequestTemplate second,
        string identifier
    ) =>
        operation.Case(
            situation,
            title,
            requirement,
            operation.First(first),
            new CaseStep.Send(SecondStep, second) { Expectations = [new StatusIs(requirement, [operation.Creation])] }
        ) with
        {
            Expectations = [new FieldsDiffer(requirement, KeyedOperation.FirstStep, SecondStep, identifier)],
        };
}
