using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Kinds.HappyPath;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.Idempotency;

/// <summary>A replay makes nothing and changes nothing; when the resource has changed since, it shows what is declared: the original answer, or the resource as it is now.</summary>
internal sealed class ReplayMakesNothing : KeyedSource
{
    private const string AgainStep = "repeat again";
    private const string BeforeStep = "list before";
    private const string AfterStep = "list after";
    private const string ChangeStep = "change";
    private const string ReadStep = "read";
    private const string ReadAfterStep = "read after";

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(KeyedOperation operation)
    {
        if (!operation.Creates || operation.Identifier is not { } identifier)
        {
            yield break;
        }

        if (Listing.Of(operation.Context) is { } listing)
        {
            yield return ListedOnce(operation, identifier, listing);
        }

        var resources = operation.Context.Context.Resources;
        var role = operation.Context.Endpoint.Resource!;
        if (
            resources.FindByRole(role.Type, ResourceAction.Read) is { } reader
            && (
                resources.FindByRole(role.Type, ResourceAction.Transition)
                ?? resources.FindByRole(role.Type, ResourceAction.Update)
            )
                is { } changer
        )
        {
            yield return AfterChange(operation, role, reader, changer);
        }
    }

    private static ContractCase ListedOnce(KeyedOperation operation, string identifier, Listing listing)
    {
        const string Situation = "replay-is-listed-once";
        var request = operation.Keyed(Situation);
        var id = operation.CaseId(Situation);
        var requirement = operation.Requirement(
            "replay_makes_nothing",
            $"The target MUST make nothing of a request that is repeated with the same {operation.Rules.Header.Value}.",
            null,
            "IDM-01",
            "IDM-03"
        );
        return operation.Case(
            Situation,
            "a repeated request makes one resource, which is listed once",
            requirement,
            listing.Step(id, BeforeStep, requirement) with
            {
                IsArrangement = true,
            },
            operation.First(request),
            Repeat(operation, request, KeyedOperation.RepeatStep, requirement),
            Repeat(operation, request, AgainStep, requirement),
            listing.Step(id, AfterStep, requirement)
        ) with
        {
            Isolation = CaseIsolation.SharedState,
            Expectations =
            [
                new OnlyAddition(
                    requirement,
                    BeforeStep,
                    KeyedOperation.FirstStep,
                    identifier,
                    AfterStep,
                    listing.Place
                ),
                new ListContainsOnce(
                    requirement,
                    KeyedOperation.FirstStep,
                    identifier,
                    AfterStep,
                    listing.Place.Collection,
                    listing.Place.Identifier,
                    PageSize.Of(operation.Context.Context.Of(listing.Operation))?.Greatest
                ),
            ],
        };
    }

    private static ContractCase AfterChange(
        KeyedOperation operation,
        ResourceRole role,
        Endpoint reader,
        Endpoint changer
    )
    {
        const string Situation = "replay-after-change";
        var request = operation.Keyed(Situation);
        var id = operation.CaseId(Situation);
        var context = operation.Context.Context;
        var forms = new ResourceForms(context, role.Type);
        var requirement = operation.Requirement(
            "replay_after_change",
            $"The target MUST leave a changed {role.Type.Value} as it is when its creation is repeated with the same {operation.Rules.Header.Value}.",
            operation.Rules.OnReplay?.Location,
            "IDM-02",
            "IDM-03"
        );
        return operation.Case(
            Situation,
            $"the same request is replayed after {changer.Name}, and changes nothing",
            requirement,
            operation.First(request) with
            {
                Captures = [new Capture(ResourceLife.Identifier, role.Identifier.Value)],
            },
            new CaseStep.Send(ChangeStep, ResourceLife.OnCreated(context.Requests.Of(changer, id, ChangeStep)))
            {
                IsArrangement = true,
                Expectations = [new StatusIs(requirement, [ResourceLife.SuccessStatus(changer)])],
            },
            Read(ReadStep) with
            {
                IsArrangement = true,
            },
            Repeat(operation, request, KeyedOperation.RepeatStep, requirement),
            Read(ReadAfterStep)
        ) with
        {
            Expectations =
            [
                .. operation.Repeated is { IsEmpty: false } fields
                    ? ImmutableArray.Create<CaseExpectation>(
                        new FieldsAgree(requirement, KeyedOperation.FirstStep, KeyedOperation.RepeatStep, fields)
                    )
                    : [],
                .. Unchanged(forms, reader, requirement),
                .. operation.Rules.OnReplay?.Body is "current" ? Current(operation, forms, reader) : [],
            ],
        };

        CaseStep.Send Read(string step) =>
            new(step, ResourceLife.OnCreated(context.Requests.Of(reader, id, step)))
            {
                Expectations = [new StatusIs(requirement, [ResourceLife.SuccessStatus(reader)])],
            };
    }

    private static IEnumerable<CaseExpectation> Unchanged(ResourceForms forms, Endpoint reader, Requirement requirement)
    {
        if (
            forms.Persist(requirement, (ReadStep, reader), (ReadAfterStep, reader), [], isUntouched: true) is
            { } persist
        )
        {
            yield return persist with
            {
                Fields = [.. persist.Fields, .. forms.Moving],
            };
        }
    }

    // `body: current`: the replay shows what reading showed just before.
    private static IEnumerable<CaseExpectation> Current(KeyedOperation operation, ResourceForms forms, Endpoint reader)
    {
        var replayed = operation.Context.Endpoint.FindResponse(operation.ReplayStatuses[0])?.Schema is { } schema
            ? forms.Fields(operation.Context.Context.Effective.Of(schema))
            : [];
        var fields = forms.Fields(forms.Of(reader)).Where(f => replayed.Contains(f) && !ResourceForms.IsTouched(f));
        var requirement = operation.Requirement(
            "replay_is_current",
            $"The target MUST answer a replay with the resource as it is now.",
            operation.Rules.OnReplay!.Location,
            "IDM-02"
        );
        if (fields.ToImmutableArray() is { IsEmpty: false } shared)
        {
            yield return new FieldsPersist(requirement, ReadStep, KeyedOperation.RepeatStep, shared);
        }
    }

    private static CaseStep.Send Repeat(
        KeyedOperation operation,
        RequestTemplate request,
        string step,
        Requirement requirement
    ) => new(step, request) { Expectations = [new StatusIs(requirement, operation.ReplayStatuses)] };
}
