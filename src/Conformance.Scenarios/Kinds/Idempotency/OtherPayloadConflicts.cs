using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.Idempotency;

/// <summary>Same key, other payload: the declared conflict, which names what the key made before; the key itself is not harmed.</summary>
internal sealed class OtherPayloadConflicts : KeyedSource
{
    private const string OtherStep = "other payload";

    // A payload may have hundreds of fields; these are enough to find a fingerprint that covers only some.
    private const int MostChanges = 24;

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(KeyedOperation operation)
    {
        if (operation.Rules.OnMismatch is not { } mismatch)
        {
            foreach (var undeclared in Undeclared(operation))
            {
                yield return undeclared;
            }

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
            Expectations = [.. Existing(operation, mismatch, requirement, OtherStep)],
        };
        yield return Unharmed(operation, mismatch);
        yield return EveryChange(operation, mismatch, requirement);
    }

    // Nobody has agreed on the refusal, but all sources refuse (STANDARDS B.1): the draft's advice.
    private static IEnumerable<ContractCase> Undeclared(KeyedOperation operation)
    {
        const string Situation = "other-payload";
        var request = operation.Keyed(Situation);
        if (operation.WithOtherPayload(request) is not { } other)
        {
            yield break;
        }

        var requirement = Sentences.Draft(
            RequirementIds.Operation(operation.Context.Endpoint, "idempotency.mismatch"),
            $"The target SHOULD refuse another payload with the same {operation.Rules.Header.Value}.",
            operation.Rules.Location,
            "IDM-04"
        );
        yield return operation.Case(
            Situation,
            "the same key with another payload is refused",
            requirement,
            operation.First(request),
            new CaseStep.Send(OtherStep, other) { Expectations = [new StatusIs(requirement, [409, 422, 400])] }
        );
    }

    private static ContractCase EveryChange(
        KeyedOperation operation,
        IdempotencyOutcome mismatch,
        Requirement requirement
    )
    {
        const string Situation = "every-other-payload";
        const string Before = "list before";
        const string After = "list after";
        var payloads = OtherPayloads.Of(operation.Context, operation.Keyed(Situation));
        var request = payloads.Request;
        var others = payloads.All.Take(MostChanges).ToList();
        var listing = operation is { Creates: true, Identifier: not null }
            ? Listing.Of(operation.Context, request)
            : null;
        return operation.Case(
            Situation,
            "the same key is refused whichever field of the payload differs, and makes nothing",
            requirement,
            [
                .. List(Before),
                operation.First(request),
                .. others.Select(o => new CaseStep.Send(o.Difference, o.Request)
                {
                    Expectations = [.. Refusal(mismatch, requirement)],
                }),
                .. List(After),
            ]
        ) with
        {
            Isolation = listing is null ? CaseIsolation.Parallel : CaseIsolation.SharedState,
            Expectations =
            [
                .. others.SelectMany(o => Existing(operation, mismatch, requirement, o.Difference)),
                .. listing is null
                    ? ImmutableArray<CaseExpectation>.Empty
                    :
                    [
                        new OnlyAddition(
                            requirement,
                            Before,
                            KeyedOperation.FirstStep,
                            operation.Identifier!,
                            After,
                            listing.Place
                        ),
                    ],
            ],
        };

        IEnumerable<CaseStep> List(string step) =>
            listing is null ? [] : [listing.Step(operation.CaseId(Situation), step, requirement)];
    }

    private static ContractCase Unharmed(KeyedOperation operation, IdempotencyOutcome mismatch)
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
                    Expectations = [new StatusIs(requirement, operation.ReplayStatuses)],
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
        Requirement requirement,
        string step
    ) =>
        operation.Identifier is { } identifier
            ? mismatch
                .BodyFields.Where(f => f == identifier || f.EndsWith($"_{identifier}", StringComparison.Ordinal))
                .Select(f => new FieldRefersTo(requirement, KeyedOperation.FirstStep, identifier, step, f))
            : [];
}
