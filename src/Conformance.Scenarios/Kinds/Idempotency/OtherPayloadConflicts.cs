using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.Idempotency;

/// <summary>Same key, other payload: the declared conflict, which names what the key made before; the key itself is not harmed.</summary>
internal sealed class OtherPayloadConflicts : KeyedSource
{
    private const string OtherStep = "other payload";

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(KeyedOperation operation)
    {
        if (operation.Rules.OnMismatch is not { } mismatch)
        {
            yield break;
        }

        var requirement = operation.Requirement(
            "mismatch",
            $"The target MUST refuse another payload with the same {operation.Rules.Header} with {mismatch.Status.Value}.",
            mismatch.Location,
            "IDM-04"
        );
        if (Conflict(operation, "other-payload", mismatch, requirement) is not { } steps)
        {
            operation.Context.Context.Omit(
                requirement,
                "No second valid payload could be made; give a field a number."
            );
            yield break;
        }

        yield return operation.Case(
            "other-payload",
            "the same key with another payload is refused",
            requirement,
            steps
        ) with
        {
            Expectations = [.. Existing(operation, mismatch, requirement)],
        };
        if (operation.Rules.OnReplay is { } replay)
        {
            yield return Unharmed(operation, mismatch, replay);
        }
    }

    private static ContractCase Unharmed(
        KeyedOperation operation,
        IdempotencyOutcome mismatch,
        IdempotencyOutcome replay
    )
    {
        const string Situation = "replay-after-conflict";
        var requirement = operation.Requirement(
            "mismatch_is_harmless",
            $"The target MUST still replay the first request after it refused another payload with its {operation.Rules.Header}.",
            mismatch.Location,
            "IDM-02",
            "IDM-04"
        );
        return operation.Case(
            Situation,
            "a refused other payload leaves the key as it was",
            requirement,
            [
                .. Conflict(operation, Situation, mismatch, requirement)!,
                new CaseStep.Send(KeyedOperation.RepeatStep, operation.Keyed(Situation))
                {
                    Expectations = [new StatusIs(requirement, [replay.Status])],
                },
            ]
        ) with
        {
            Expectations = operation.MatchFields.IsEmpty
                ? []
                :
                [
                    new FieldsAgree(
                        requirement,
                        KeyedOperation.FirstStep,
                        KeyedOperation.RepeatStep,
                        operation.MatchFields
                    ),
                ],
        };
    }

    // The first use of a key, and the same key with another payload; null when there is no other payload.
    private static IEnumerable<CaseStep>? Conflict(
        KeyedOperation operation,
        string situation,
        IdempotencyOutcome mismatch,
        Requirement requirement
    )
    {
        var request = operation.Keyed(situation);
        return operation.WithOtherPayload(request) is { } other
            ?
            [
                operation.First(request),
                new CaseStep.Send(OtherStep, other) { Expectations = [.. Refusal(mismatch, requirement)] },
            ]
            : null;
    }

    private static IEnumerable<ExchangeExpectation> Refusal(IdempotencyOutcome mismatch, Requirement requirement)
    {
        yield return new StatusIs(requirement, [mismatch.Status]);
        if (mismatch.ErrorCode is { } code)
        {
            yield return new ErrorCodeIs(requirement, [code.Value]);
        }

        if (!mismatch.BodyFields.IsEmpty)
        {
            yield return new BodyHasFields(requirement, mismatch.BodyFields);
        }
    }

    // `existing_order_id` is the `order_id` made before.
    private static IEnumerable<CaseExpectation> Existing(
        KeyedOperation operation,
        IdempotencyOutcome mismatch,
        Requirement requirement
    ) =>
        operation.Identifier is { } identifier
            ? mismatch
                .BodyFields.Where(f => f == identifier || f.EndsWith($"_{identifier}", StringComparison.Ordinal))
                .Select(f => new FieldRefersTo(requirement, KeyedOperation.FirstStep, identifier, OtherStep, f))
            : [];
}
