using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;

namespace Conformance.Scenarios.Kinds.Idempotency;

/// <summary>Eight requests at once with the same key make one resource; afterwards the key is replayed like any other.</summary>
internal sealed class ConcurrentRequestsMakeOne : KeyedSource
{
    private const int Count = 8;
    private const string Step = "at once";

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(KeyedOperation operation)
    {
        if (
            operation.Rules.OnReplay is not { } replay
            || !operation.Creates
            || operation.Identifier is not { } identifier
        )
        {
            yield break;
        }

        const string Situation = "concurrent";
        var request = operation.Keyed(Situation);
        var requirement = operation.Requirement(
            "concurrent",
            $"The target MUST make one resource of simultaneous requests with the same {operation.Rules.Header}.",
            operation.Rules.OnInFlight?.Location,
            "IDM-06"
        );

        // Undeclared, 409 is what every source expects of a key in use.
        var inFlight = operation.Rules.OnInFlight?.Status.Value ?? 409;
        yield return operation.Case(
            Situation,
            $"{Count} simultaneous requests with the same key make one resource",
            requirement,
            new CaseStep.SendConcurrently(Step, request, Count)
            {
                Expectations = [new StatusIs(requirement, [operation.Creation, replay.Status, inFlight])],
            },
            new CaseStep.Send(KeyedOperation.RepeatStep, request)
            {
                Expectations = [new StatusIs(requirement, [replay.Status])],
            }
        ) with
        {
            Expectations =
            [
                new ExactlyOneResource(requirement, Step, identifier, operation.Creation, [replay.Status, inFlight]),
            ],
        };
    }
}
