using System.Text.Json;
using Conformance.Simulator.Access;
using Conformance.Simulator.Http;
using Conformance.Simulator.Idempotency;
using Conformance.Simulator.Interventions;
using Conformance.Simulator.Limits;
using Conformance.Simulator.States;
using Conformance.Specification.Model;

namespace Conformance.Simulator;

/// <summary>
/// What happens to a request, in this order: control paths; token endpoint; route (404, 405, 501); access (401, 403);
/// rate limit (429; a refused caller is told the limits but uses nothing up); size (413), path (404), content type
/// (415) and validation; idempotency key; provider state; resource. Faults alter decisions on the way and the answer
/// at the end.
/// </summary>
internal sealed class RequestPipeline
{
    private readonly SimulatorWorld _world;
    private readonly Router _router;
    private readonly RequestInspector _inspector;
    private readonly IdempotentExecution _idempotency;
    private readonly ControlDesk _control;
    private readonly TokenDesk? _tokens;
    private readonly HashSet<string> _tokenPaths = [];
    private long _count;

    public RequestPipeline(SimulatorWorld world)
    {
        _world = world;
        _router = new(world.Specification);
        _inspector = new(world.Inspector, world.Schemas, world.Gatekeeper.CredentialHeader);
        _idempotency = new(world);
        _control = new(world);
        if (world.Specification.Authentication is { TokenEndpoint: { } endpoint } authentication)
        {
            _tokens = new(world, authentication, endpoint);
            var urls = world.Specification.Environments.Select(e => e.TokenUrl?.Value).Append(endpoint.Url.Value);
            _tokenPaths = [.. urls.Select(UrlPath.Of).OfType<string>()];
        }
    }

    /// <summary>What a request is for, before anything is decided; null for a control path.</summary>
    public Call? Recognise(SimulatedRequest request) =>
        _control.IsFor(request)
            ? null
            : new Call
            {
                Request = request,
                World = _world,
                Ordinal = 0,
                RequestId = _world.RequestIds.For(request),
                IsForToken = IsForToken(request),
                Endpoint = _router.Find(request) is Route.Operation(var endpoint, _) ? endpoint : null,
            };

    /// <summary>The answer to a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="intervention">What a script does with it; null when nothing.</param>
    /// <param name="stop">Ends the answering.</param>
    public async ValueTask<Reply> AnswerAsync(
        SimulatedRequest request,
        Intervention? intervention,
        CancellationToken stop
    )
    {
        if (await _control.AnswerAsync(request, stop) is { } control)
        {
            return control;
        }

        var call = new Call
        {
            Request = request,
            World = _world,
            Ordinal = Interlocked.Increment(ref _count),
            RequestId = _world.RequestIds.For(request),
            Intervention = intervention,
        };
        if (IsForToken(request))
        {
            call = call with { IsForToken = true };
            return Finish(call, _tokens!.Answer(call));
        }

        return _router.Find(request) switch
        {
            Route.Operation(var endpoint, var values) => await AnswerOperationAsync(
                call with
                {
                    Endpoint = endpoint,
                    PathValues = values,
                },
                stop
            ),
            _ when _world.Registrations.Find(request) is { } registration => Register(
                call with
                {
                    Endpoint = registration,
                }
            ),
            Route.WrongMethod(var allowed, _) => Finish(call, WrongMethod(call, allowed)),
            _ => Finish(call, _world.Refusals.UnknownPath(call)),
        };
    }

    private bool IsForToken(SimulatedRequest request) => _tokens is not null && _tokenPaths.Contains(request.Path);

    private Reply WrongMethod(Call call, IReadOnlyList<string> allowed) =>
        call.Request.Method is "OPTIONS"
            ? new Reply(204).With("Allow", string.Join(", ", allowed)) // HTTP-12
            : _world.Refusals.WrongMethod(call, allowed, StandardMethods.Contains(call.Request.Method));

    private Reply Register(Call call) =>
        Finish(
            call,
            _world.Gatekeeper.Decide(call.Endpoint!, call.Request) is AccessDecision.Denied denied
                ? _world.Refusals.Denied(call, denied.Refusal)
                : _world.Registrations.Answer(call)
        );

    private async ValueTask<Reply> AnswerOperationAsync(Call call, CancellationToken stop)
    {
        var decision = _world.Faults.Through(
            _world.Gatekeeper.Decide(call.Endpoint!, call.Request),
            (fault, d) => fault.AlterAccess(call, d)
        );
        if (decision is AccessDecision.Denied denied)
        {
            call = call with { Client = denied.Identity?.Client ?? call.Client };
            var refused = _world.Refusals.Denied(call, denied.Refusal);
            _world.Webhooks.Answered(call, refused);
            return Finish(call, WithLimits(refused, _world.Limits.Measure(call, false)));
        }

        call = call with { Client = ((AccessDecision.Granted)decision).Identity.Client };
        var measured = _world.Limits.Measure(call, true);
        var allowance = measured is null ? null : _world.Faults.Through(measured, (f, a) => f.AlterAllowance(call, a));
        var reply = allowance is { IsAdmitted: false }
            ? _world.Refusals.Limited(call, allowance)
            : _world.Registrations.Completed(call, await AdmitAsync(call, stop));
        _world.Webhooks.Answered(call, reply);
        return Finish(call, WithLimits(reply, allowance));
    }

    private async ValueTask<Reply> AdmitAsync(Call call, CancellationToken stop)
    {
        if (call.Request.IsTooLarge)
        {
            return _world.Refusals.TooLarge(call);
        }

        if (!_inspector.HasValidPath(call.Endpoint!, call.PathValues) && call.Endpoint!.FindResponse(400) is null)
        {
            return _world.Refusals.UnknownResource(call);
        }

        var inspected = _inspector.Inspect(call.Endpoint!, call.Request);
        inspected = inspected with
        {
            Violations = _world.Faults.Through(inspected.Violations, (f, v) => f.AlterViolations(call, v)),
        };
        var isKeyUsable = inspected.Violations.All(v => v.Path != call.Endpoint!.Idempotency?.Header.Value);
        return isKeyUsable
            ? await _idempotency.RunAsync(call, inspected, s => ExecuteAsync(call, inspected, s), stop)
            : _world.Refusals.Invalid(call, inspected.Violations);
    }

    private async ValueTask<Reply> ExecuteAsync(Call call, InspectedRequest inspected, CancellationToken stop)
    {
        var delay = _world.Faults.Through(TimeSpan.Zero, (f, d) => f.AlterExecutionTime(call, d));
        if (delay > TimeSpan.Zero)
        {
            await Task.Delay(delay, _world.Clock.Real, stop);
        }

        if (
            inspected.HasWrongContentType
            && !inspected.Violations.IsEmpty
            && call.Endpoint!.FindResponse(415) is not null
        )
        {
            return _world.Refusals.WrongContentType(call, call.Endpoint.Request!.ContentType.Value);
        }

        if (!inspected.Violations.IsEmpty)
        {
            return _world.Refusals.Invalid(call, inspected.Violations);
        }

        var body = inspected.Body.ValueKind is JsonValueKind.Undefined ? EmptyObject : inspected.Body;
        return _world.States.Demanded(call, body) is { } problem
            ? _world.Refusals.Demanded(call, problem)
            : _world.Resources.Perform(call, body);
    }

    private Reply WithLimits(Reply reply, Allowance? allowance) =>
        LimitHeaders.Add(reply, allowance, _world.Specification.RateLimits?.Headers);

    /// <summary>An answer with the headers that every answer has.</summary>
    public Reply Finish(Call call, Reply reply)
    {
        reply = DeclaredHeaders.Add(call, reply);
        if (_world.RequestIds.Header is { } header)
        {
            reply = reply.With(header, call.RequestId);
        }

        return _world.Faults.Through(reply, (fault, r) => fault.AlterReply(call, r));
    }

    private static readonly HashSet<string> StandardMethods =
    [
        "GET",
        "HEAD",
        "POST",
        "PUT",
        "PATCH",
        "DELETE",
        "OPTIONS",
        "TRACE",
        "CONNECT",
    ];

    private static readonly JsonElement EmptyObject = JsonSerializer.SerializeToElement(new { });
}
