using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Kinds.Declared;
using Conformance.Scenarios.Kinds.Idempotency;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.EdgeCases;

/// <summary>
/// A creation that failed for the provider's state leaves nothing behind: no resource, nothing reserved, and no used
/// idempotency key where errors are not stored. Once the state is left, the same request succeeds.
/// </summary>
internal sealed class FailureLeavesNothingBehind : IScenarioSource
{
    private const string BeforeStep = "list before";
    private const string FailedStep = "failed";
    private const string AgainStep = "again";
    private const string AfterStep = "list after";

    /// <inheritdoc />
    public IEnumerable<ContractCase> Compile(CompilerContext context) =>
        context
            .Specification.TestScenarios.Where(s =>
                s is { Kind: ScenarioKind.EdgeCases, Setup: not null, ExpectedStatus.Value: >= 400 }
                && s.Endpoint?.Resource?.Action is ResourceAction.Create
            )
            .DistinctBy(s => Slug.Of(s.Name))
            .Select(s => Case(context.Of(s.Endpoint!), s));

    private static ContractCase Case(EndpointContext endpoint, TestScenario scenario)
    {
        var situation = $"after-failure/{Slug.Of(scenario.Name)}";
        var id = endpoint.CaseId(ScenarioKind.EdgeCases, situation);
        var status = scenario.ExpectedStatus!.Value;
        var state = scenario.Setup!.Value;
        var role = endpoint.Endpoint.Resource!;
        var creation = ResourceLife.SuccessStatus(endpoint.Endpoint);
        var keyed = KeyedOperation.Of(endpoint);
        var isKeyFree = keyed is not null && IsNotStored(keyed.Rules, status) && !IsFixture(endpoint, state);
        var plain = keyed?.Plain(situation) ?? endpoint.Ready(id).Request;
        var failed = keyed is null ? plain : keyed.WithKey(plain, new ValueSource.RunUnique("key"));
        var again =
            keyed is null || isKeyFree ? failed : keyed.WithKey(plain, new ValueSource.RunUnique("another key"));
        var requirement = isKeyFree
            ? Sentences.Contract(
                RequirementIds.Operation(
                    endpoint.Endpoint,
                    status >= 500 ? "idempotency.server_errors" : "idempotency.business_errors"
                ),
                $"The target MUST NOT let a request that fails use up its {keyed!.Rules.Header.Value}, nor leave anything behind.",
                keyed.Rules.Location,
                "IDM-10"
            )
            : Sentences.Contract(
                RequirementIds.Operation(endpoint.Endpoint, "resource.failed_creation"),
                $"The target MUST leave nothing behind when {endpoint.Endpoint.Name} fails.",
                role.Location
            );
        var listing = Listing.Of(endpoint, plain);
        return endpoint.Case(
            ScenarioKind.EdgeCases,
            situation,
            $"{endpoint.Endpoint.Name} succeeds with the same request after \"{scenario.Name.Value}\" ({status}) is over",
            requirement,
            [
                .. List(BeforeStep, isArrangement: true),
                new CaseStep.EnterState($"state: {state}", state, IsRequired: true),
                new CaseStep.Send(FailedStep, failed)
                {
                    IsArrangement = true,
                    Expectations = [new StatusIs(requirement, [status])],
                },
                new CaseStep.LeaveState($"end of state: {state}", state),
                new CaseStep.Send(AgainStep, again) { Expectations = [new StatusIs(requirement, [creation])] },
                .. List(AfterStep, isArrangement: false),
            ]
        ) with
        {
            Isolation = CaseIsolation.SharedState,
            Expectations = listing is null
                ? []
                : [new OnlyAddition(requirement, BeforeStep, AgainStep, role.Identifier, AfterStep, listing.Place)],
            Tags = ["state", "refused"],
        };

        IEnumerable<CaseStep> List(string name, bool isArrangement) =>
            listing is null ? [] : [listing.Step(id, name, requirement) with { IsArrangement = isArrangement }];
    }

    private static bool IsNotStored(IdempotencyRules rules, int status) =>
        status >= 500
            ? rules.ServerErrors is "not_stored"
            : rules is { BusinessErrors: "not_stored", ErrorsBeforeExecution: "not_stored" };

    // Well-known data stands in the payload, so that the request after it is another one.
    private static bool IsFixture(EndpointContext endpoint, string state) =>
        endpoint.Context.Options.Environment?.Fixtures.Any(f => f.State.Value == state) is true;
}
