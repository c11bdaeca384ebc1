using System.Text.Json.Nodes;
using Conformance.Simulator.Access;
using Conformance.Simulator.Errors;
using Conformance.Simulator.Http;

namespace Conformance.Simulator.Interventions;

/// <summary>Carries out what a script decides, around the ordinary way of a request.</summary>
/// <param name="world">Everything the simulator remembers.</param>
/// <param name="pipeline">The ordinary way.</param>
internal sealed class InterventionDesk(SimulatorWorld world, RequestPipeline pipeline)
{
    private int _count = -1;

    /// <summary>The answer to a request, as the script wants it.</summary>
    public async ValueTask<ScriptedReply> AnswerAsync(SimulatedRequest request, CancellationToken stop)
    {
        if (world.Options.Script is not { } script || pipeline.Recognise(request) is not { } recognised)
        {
            return new(await pipeline.AnswerAsync(request, null, stop), null, null);
        }

        var arrival = new Arrival
        {
            Number = Interlocked.Increment(ref _count),
            At = world.Clock.Real.GetUtcNow(),
            Method = request.Method,
            Path = request.Path,
            Query = request.RawQuery,
            Headers = request.Headers,
            Body = request.Body,
            Endpoint = recognised.Endpoint,
            IsForToken = recognised.IsForToken,
            Credentials = [.. world.Gatekeeper.CredentialsOf(request)],
        };
        var intervention = script.Decide(arrival);
        return new(await CarryOutAsync(request, recognised, intervention, stop), arrival, intervention);
    }

    private async ValueTask<Reply> CarryOutAsync(
        SimulatedRequest request,
        Call recognised,
        Intervention? intervention,
        CancellationToken stop
    )
    {
        if (intervention is null)
        {
            return await pipeline.AnswerAsync(request, null, stop);
        }

        if (intervention.Cut is ConnectionCut.BeforeProcessing)
        {
            return new Reply(0) { IsAborted = true, Delay = intervention.Delay };
        }

        var reply = intervention.Refusal is { } refusal
            ? pipeline.Finish(recognised, Refuse(recognised, refusal))
            : await pipeline.AnswerAsync(request, intervention, stop);
        foreach (var (name, value) in intervention.Headers)
        {
            reply = reply.With(name, value);
        }

        reply = intervention.AddsUnknownMembers ? reply.Edit(WithUnknownMembers) : reply;
        return reply with
        {
            Delay = reply.Delay + intervention.Delay,
            IsAborted = reply.IsAborted || intervention.Cut is ConnectionCut.AfterProcessing,
        };
    }

    private Reply Refuse(Call call, ScriptedRefusal refusal)
    {
        if (call.IsForToken)
        {
            var error = new Reply(refusal.Status)
            {
                Body = new JsonObject { ["error"] = refusal.ErrorCode ?? "temporarily_unavailable" },
            };
            error = error.With("Cache-Control", "no-store");
            return refusal.Status is 401 ? error.With("WWW-Authenticate", "Basic realm=\"token\"") : error;
        }

        var code = refusal.ErrorCode ?? world.Catalogue.CodeFor(call.Endpoint, refusal.Status, "ERROR");
        var reply = world.Refusals.Told(call, new Problem(refusal.Status, code));
        return refusal.Status is 401
            ? reply.With("WWW-Authenticate", Challenge.For(world.Specification, AccessRefusal.Expired, []))
            : reply;
    }

    private static JsonNode? WithUnknownMembers(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject found:
                foreach (var member in found.ToArray())
                {
                    WithUnknownMembers(member.Value);
                }

                found.TryAdd("x_added_later", "a member that nobody has heard of yet");
                found.TryAdd("x_added_object", new JsonObject { ["version"] = 2 });
                break;
            case JsonArray list:
                foreach (var element in list)
                {
                    WithUnknownMembers(element);
                }

                break;
            default:
                break;
        }

        return node;
    }
}

/// <summary>An answer with what a script had to do with it.</summary>
/// <param name="Reply">The answer.</param>
/// <param name="Arrival">The request; null when no script hears of it.</param>
/// <param name="Intervention">What the script did.</param>
internal readonly record struct ScriptedReply(Reply Reply, Arrival? Arrival, Intervention? Intervention);
