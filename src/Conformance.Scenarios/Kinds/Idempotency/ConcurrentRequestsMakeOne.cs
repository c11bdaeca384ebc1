using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;

namespace Conformance.Scenarios.Kinds.Idempotency;

/// <summary>Eight requests at once with the same key make one resource; afterwards the key is replayed like any other.</summary>
internal sealed class ConcurrentRequestsMakeOne : KeyedSource
{
    private const int Count = 8;
    private const string Step = "at once";
    private const string BeforeStep = "list before";
    private const string AfterStep = "list after";

    // A quick target is through before the second request arrives; with other keys it has to be quick three times.
    private static readonly ImmutableArray<string> AgainSteps = ["at once again", "at once a third time"];

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(KeyedOperation operation)
    {
        if (!operation.Creates || operation.Identifier is not { } identifier)
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

        var others = operation.ReplayStatuses.Add(operation.InFlightStatus);
        var listing = Listing.Of(operation.Context, request);
        yield return operation.Case(
            Situation,
            $"{Count} simultaneous requests with the same key make one resource",
            requirement,
            [
                .. List(BeforeStep),
                AtOnce(Step, request),
                new CaseStep.Send(KeyedOperation.RepeatStep, request)
                {
                    Expectations = [new StatusIs(requirement, operation.ReplayStatuses)],
                },
                .. List(AfterStep),
                .. AgainSteps.Select(step => AtOnce(step, operation.Keyed(Situation, step))),
            ]
        ) with
        {
            Isolation = listing is null ? CaseIsolation.Parallel : CaseIsolation.SharedState,
            Expectations =
            [
                new ExactlyOneResource(requirement, Step, identifier, operation.Creation, others)
                {
                    Afterwards = [KeyedOperation.RepeatStep],
                },
                .. AgainSteps.Select(step => new ExactlyOneResource(
                    requirement,
                    step,
                    identifier,
                    operation.Creation,
                    others
                )),
                .. listing is null
                    ? ImmutableArray<CaseExpectation>.Empty
                    :
                    [
                        new OnlyAddition(
                            requirement,
                            BeforeStep,
                            KeyedOperation.RepeatStep,
                            identifier,
                            AfterStep,
                            listing.Place
                        ),
                    ],
            ],
        };

        CaseStep.SendConcurrently AtOnce(string step, RequestTemplate keyed) =>
            new(step, keyed, Count)
            {
                Expectations = [new StatusIs(requirement, [operation.Creation, .. others]), .. InFlight(operation)],
            };

        IEnumerable<CaseStep> List(string step) =>
            listing is null ? [] : [listing.Step(operation.CaseId(Situation), step, requirement)];
    }

    // A client must be able to tell "wait" from "you sent something else" (IDM-15).
    private static IEnumerable<ExchangeExpectation> InFlight(KeyedOperation operation)
    {
        if (
            operation.Rules.OnInFlight is not { } declared
            || operation.ReplayStatuses.Contains(declared.Status)
            || declared.Status == operation.Creation
        )
        {
            yield break;
        }

        var requirement = operation.Requirement(
            "in_flight",
            $"The target MUST answer a request whose {operation.Rules.Header.Value} is in use as declared, where it does not wait.",
            declared.Location,
            "IDM-15"
        );
        if (declared.ErrorCode is { } code)
        {
            yield return new ErrorCodeIs(requirement, [code.Value]) { WhenStatus = declared.Status };
        }

        if (declared.RetryAfter)
        {
            yield return new HeaderIs(requirement, "Retry-After", null, null) { WhenStatus = declared.Status };
        }
    }
}
