using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.HappyPath;

/// <summary>A transition changes what it sets, of the one resource it is called for, and lists and searches show it.</summary>
internal sealed class TransitionMovesNothingElse : EndpointSource
{
    private const string BeforeStep = "read before";
    private const string AfterStep = "read after";

    // A change that reaches too far may reach back or ahead.
    private static readonly (string Create, string Id, string Read)[] Others =
    [
        ("create earlier", "earlier resource id", "read the earlier"),
        ("create later", "later resource id", "read the later"),
    ];

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        if (
            endpoint.Endpoint.Resource is not { Action: ResourceAction.Transition, Sets.IsEmpty: false } role
            || endpoint.Context.Resources.CreatorOf(endpoint.Endpoint) is not { } creator
            || endpoint.Context.Resources.FindByRole(role.Type, ResourceAction.Read) is not { } reader
        )
        {
            yield break;
        }

        var forms = new ResourceForms(endpoint.Context, role.Type);
        yield return NothingElse(endpoint, role, creator, reader, forms);
        foreach (var listing in Listings(endpoint, creator).DistinctBy(l => l.Operation.OperationId))
        {
            var shown = forms.Fields(forms.Of(listing.Operation));
            var sets = role.Sets.Select(s => s.Key).Where(s => shown.Contains(s)).ToImmutableArray();
            if (!sets.IsEmpty)
            {
                yield return Listed(endpoint, role, creator, reader, listing, sets);
            }
        }
    }

    private static ContractCase NothingElse(
        EndpointContext endpoint,
        ResourceRole role,
        Endpoint creator,
        Endpoint reader,
        ResourceForms forms
    )
    {
        const string Situation = "moves-nothing-else";
        var sets = role.Sets.Select(s => s.Key).ToList();
        var steps = new Steps(endpoint, endpoint.CaseId(ScenarioKind.HappyPath, Situation));
        var requirement = Sentences.Contract(
            RequirementIds.Operation(endpoint.Endpoint, "resource.sets_nothing_else"),
            $"The target MUST change nothing by {endpoint.Endpoint.Name} but {string.Join(", ", sets)} of the {role.Type.Value} it names.",
            role.Location
        );
        var persist = forms.Persist(requirement, (BeforeStep, reader), (AfterStep, reader), sets, isUntouched: false);
        var answer = forms.Persist(
            requirement,
            (EndpointContext.RequestStep, endpoint.Endpoint),
            (AfterStep, reader),
            [],
            isUntouched: true
        );
        return endpoint.Case(
            ScenarioKind.HappyPath,
            Situation,
            $"{endpoint.Endpoint.Name} changes nothing but {string.Join(", ", sets)}, and no other {role.Type.Value}",
            requirement,
            steps.Other(creator, Others[0]),
            endpoint.Context.Resources.Create(creator, steps.CaseId),
            steps.Other(creator, Others[1]),
            steps.Read(reader, BeforeStep, requirement) with
            {
                IsArrangement = true,
            },
            steps.Transition(requirement),
            steps.Read(reader, AfterStep, requirement),
            steps.Read(reader, Others[0].Read, requirement, Others[0].Id),
            steps.Read(reader, Others[1].Read, requirement, Others[1].Id)
        ) with
        {
            Expectations =
            [
                .. new CaseExpectation?[] { persist, answer }.OfType<CaseExpectation>(),
                .. sets.Where(s => forms.Fields(forms.Of(reader)).Contains(s))
                    .SelectMany(s => Others.Select(o => new FieldsDiffer(requirement, AfterStep, o.Read, s))),
            ],
            Tags = ["state"],
        };
    }

    private static ContractCase Listed(
        EndpointContext endpoint,
        ResourceRole role,
        Endpoint creator,
        Endpoint reader,
        Listing listing,
        ImmutableArray<string> sets
    )
    {
        var situation = $"shown-by-{listing.Operation.OperationId.Value}";
        var steps = new Steps(endpoint, endpoint.CaseId(ScenarioKind.HappyPath, situation));
        var requirement = Sentences.Contract(
            RequirementIds.Operation(endpoint.Endpoint, $"resource.sets.{listing.Operation.OperationId.Value}"),
            $"The target MUST show in {listing.Operation.Name} what {endpoint.Endpoint.Name} set.",
            role.Location
        );
        return endpoint.Case(
            ScenarioKind.HappyPath,
            situation,
            $"{listing.Operation.Name} shows what {endpoint.Endpoint.Name} set",
            requirement,
            endpoint.Context.Resources.Create(creator, steps.CaseId),
            steps.Transition(requirement),
            steps.Read(reader, AfterStep, requirement),
            listing.Step(steps.CaseId, "list", requirement)
        ) with
        {
            Expectations = [new FieldsPersist(requirement, AfterStep, "list", sets) { In = listing.Place }],
            Tags = ["state"],
        };
    }

    private static IEnumerable<Listing> Listings(EndpointContext endpoint, Endpoint creator)
    {
        var context = endpoint.Context.Of(creator);
        var creation = context.Ready(endpoint.CaseId(ScenarioKind.HappyPath, "listings")).Request;
        return new[] { Listing.Of(context), Listing.Of(context, creation) }.OfType<Listing>();
    }

    private sealed record Steps(EndpointContext Endpoint, string CaseId)
    {
        public CaseStep.Send Transition(Requirement requirement) =>
            new(EndpointContext.RequestStep, Endpoint.Ready(CaseId).Request)
            {
                IsArrangement = true,
                Expectations = [new StatusIs(requirement, [ResourceLife.SuccessStatus(Endpoint.Endpoint)])],
            };

        public CaseStep.Send Other(Endpoint creator, (string Create, string Id, string Read) other) =>
            Endpoint.Context.Resources.Create(creator, CaseId, other.Create) with
            {
                Captures = [new Capture(other.Id, creator.Resource!.Identifier.Value)],
            };

        public CaseStep.Send Read(
            Endpoint reader,
            string step,
            Requirement requirement,
            string captured = ResourceLife.Identifier
        )
        {
            var request = Endpoint.Context.Requests.Of(reader, CaseId, step);
            return new(
                step,
                request with
                {
                    PathValues =
                    [
                        .. request.PathValues.Select(p =>
                            p.Key == reader.Resource!.PathParameter ? new(p.Key, new ValueSource.Captured(captured)) : p
                        ),
                    ],
                }
            )
            {
                Expectations = [new StatusIs(requirement, [ResourceLife.SuccessStatus(reader)])],
            };
        }
    }
}
