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
        const string Situation = "other-payload";
        var request = operation.Keyed(Situation);
        if (operation.Rules.OnMismatch is not { } mismatch || operation.WithOtherPayload(request) is not { } other)
        {
            yield break;
        }

        var requirement = operation.Requirement(
            "mismatch",
            $"The target MUST refuse another payload with the same {operation.Rules.Header} with {mismatch.Status.Value}.",
            mismatch.Location,
            "IDM-04"
        );
        var conflict = new CaseStep.Send(OtherStep, other) { Expectations = [.. Refusal(mismatch, requirement)] };
        yield return operation.Case(
            Situation,
            "the same key with another payload is refused",
            requirement,
            operation.First(request),
            conflict
        ) with
        {
            Expectations = [.. Existing(operation, mismatch, requirement)],
        };
        if (operation.Rules.OnReplay is { } replay)
        {
            yield return operation.Case(
                "replay-after-conflict",
                "a refused other payload leaves the key as it was",
                requirement,
                operation.First(operation.Keyed("replay-after-conflict")),
                conflict with
                {
                    Request = other,
                },
                new CaseStep.Send(KeyedOperation.RepeatStep, request)
                {
                    Expectations = [new StatusIs(requirement, [replay.Status])],
                }
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
