using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;

namespace Conformance.Scenarios.Kinds.Idempotency;

/// <summary>A key outside its declared format, or a required key that is missing, is refused like any invalid request.</summary>
internal sealed class MalformedKeyIsRefused : KeyedSource
{
    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(KeyedOperation operation)
    {
        if (operation.Context.Validation is not { } answer)
        {
            yield break;
        }

        if (operation.Rules.Required)
        {
            var requirement = operation.Requirement(
                "required",
                $"The target MUST refuse a request without {operation.Rules.Header}.",
                null,
                "IDM-11"
            );
            yield return Refused(
                operation,
                "missing-key",
                "a request without the required key",
                requirement,
                operation.Plain("missing-key"),
                answer
            );
        }

        if (operation.Rules.MaxLength is { } greatest)
        {
            var requirement = operation.Requirement(
                "max_length",
                $"The target MUST accept keys up to {greatest} characters and refuse longer ones.",
                null,
                "IDM-12"
            );
            var key = new ValueSource.RunUnique("too long key") { Length = greatest + 1 };
            var request = operation.WithKey(operation.Plain("too-long-key"), key);
            yield return Refused(
                operation,
                "too-long-key",
                $"a key of {greatest + 1} characters",
                requirement,
                request,
                answer
            );
        }

        if (operation.Rules.MinLength is { } least and > 0)
        {
            var requirement = operation.Requirement(
                "min_length",
                $"The target MUST refuse keys of fewer than {least} characters.",
                null,
                "IDM-12"
            );
            ValueSource key =
                least == 1
                    ? new ValueSource.Literal("")
                    : new ValueSource.RunUnique("too short key") { Length = least - 1 };
            var request = operation.WithKey(operation.Plain("too-short-key"), key);
            yield return Refused(
                operation,
                "too-short-key",
                least == 1 ? "an empty key" : $"a key of {least - 1} characters",
                requirement,
                request,
                answer
            );
        }
    }

    private static ContractCase Refused(
        KeyedOperation operation,
        string situation,
        string what,
        Requirement requirement,
        RequestTemplate request,
        ErrorAnswer answer
    ) =>
        operation.Case(
            situation,
            $"{what} is refused",
            requirement,
            new CaseStep.Send(KeyedOperation.FirstStep, request)
            {
                Expectations = [.. operation.Context.Refusal(requirement, answer)],
            }
        ) with
        {
            Tags = ["refused"],
        };
}
