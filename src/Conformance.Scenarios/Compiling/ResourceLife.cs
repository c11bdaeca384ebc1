using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Payloads;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Compiling;

/// <summary>Arranges what an operation on an existing resource needs: the resource.</summary>
internal sealed class ResourceLife(CompilerContext context)
{
    /// <summary>Name of the step that creates the resource.</summary>
    public const string CreateStep = "create";

    /// <summary>Name that the new resource's identifier is remembered by.</summary>
    public const string Identifier = "resource id";

    /// <summary>The operation that creates what this one reads or changes; null when there is none.</summary>
    public Endpoint? CreatorOf(Endpoint endpoint) =>
        endpoint.Resource is { } role ? FindByRole(role.Type, ResourceAction.Create) : null;

    /// <summary>The operation that does this to resources of that type; null when there is none.</summary>
    public Endpoint? FindByRole(string type, ResourceAction action) =>
        context.Specification.Endpoints.FirstOrDefault(e =>
            e.Resource is { } role && role.Type.Value == type && role.Action == action
        );

    /// <summary>Whom resources of that type belong to; null when no operation says so.</summary>
    public Located<ResourceOwnership>? OwnershipOf(string type) =>
        context
            .Specification.Endpoints.Select(e => e.Resource)
            .FirstOrDefault(role => role?.Ownership is not null && role.Type.Value == type)
            ?.Ownership;

    /// <summary>The step that creates a resource for a case to work on.</summary>
    public CaseStep.Send Create(Endpoint creator, string caseId, string step = CreateStep)
    {
        var status = SuccessStatus(creator);
        var request = context.Requests.Of(creator, caseId, step);
        return new(step, request)
        {
            IsArrangement = true,
            Expectations = [new StatusIs(new EndpointRequirements(creator).Succeeds(status), [status])],
            Captures = [new Capture(Identifier, creator.Resource!.Identifier.Value)],
        };
    }

    /// <summary>A valid request to an operation, with the steps that must come before it.</summary>
    public ReadyRequest Ready(Endpoint endpoint, string caseId, string step, PayloadShape shape = PayloadShape.Full)
    {
        var request = context.Requests.Of(endpoint, caseId, step, shape);
        return NeedsResource(endpoint) && CreatorOf(endpoint) is { } creator
            ? new([Create(creator, caseId)], OnCreated(request))
            : new([], request);
    }

    /// <summary>The request with the created resource's identifier in its path.</summary>
    public static RequestTemplate OnCreated(RequestTemplate request) =>
        request with
        {
            MadeUp = request.MadeUp.RemoveAll(name => name == request.Endpoint?.Resource?.PathParameter),
            PathValues =
            [
                .. request.PathValues.Select(p =>
                    p.Key == request.Endpoint?.Resource?.PathParameter
                        ? new(p.Key, new ValueSource.Captured(Identifier))
                        : p
                ),
            ],
        };

    /// <summary>Whether the operation works on one existing resource.</summary>
    public static bool NeedsResource(Endpoint endpoint) => endpoint.Resource?.PathParameter is not null;

    /// <summary>The status of a first, successful request: 201 where a creation declares it, never the replay's unless it is the only one.</summary>
    public static int SuccessStatus(Endpoint endpoint)
    {
        var declared = endpoint.Responses.Select(r => r.Status.Value).Where(s => s is >= 200 and < 300).ToList();
        var isCreation = endpoint.Resource?.Action is ResourceAction.Create;
        return isCreation && declared.Contains(201) ? 201
            : declared is [] ? 200
            : declared.FirstOrDefault(s => s != endpoint.Idempotency?.OnReplay?.Status.Value, declared[0]);
    }
}

/// <summary>A request and what must be done before it can be sent.</summary>
/// <param name="Before">The steps that come first.</param>
/// <param name="Request">The request.</param>
internal sealed record ReadyRequest(ImmutableArray<CaseStep> Before, RequestTemplate Request);
