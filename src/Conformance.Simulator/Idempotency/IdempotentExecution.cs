using System.Text.Json.Nodes;
using Conformance.Simulator.Errors;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Idempotency;

/// <summary>Carries a request out once for each key, and answers repetitions as declared.</summary>
/// <param name="world">Everything the simulator remembers.</param>
internal sealed class IdempotentExecution(SimulatorWorld world)
{
    /// <summary>Carries a call out, or answers it from memory.</summary>
    /// <param name="call">The call.</param>
    /// <param name="inspected">Its body.</param>
    /// <param name="execute">What carrying it out means.</param>
    /// <param name="stop">Ends waiting.</param>
    public async ValueTask<Reply> RunAsync(
        Call call,
        InspectedRequest inspected,
        Func<CancellationToken, ValueTask<Reply>> execute,
        CancellationToken stop
    )
    {
        var rules = call.Endpoint!.Idempotency;
        if (rules is null || call.Request.Header(rules.Header.Value) is not { } key)
        {
            return await execute(stop);
        }

        var scoped = world.Faults.Through(Scoped(call, rules, key), (f, s) => f.AlterKey(call, s));
        var compared = world.Faults.Through(inspected.Body, (f, b) => f.AlterCompared(call, b));
        var fingerprint = Fingerprint.Of(call.Request, compared, rules.Canonicalization);
        while (true)
        {
            var decision = world.Keys.Reserve(scoped, fingerprint, rules.Retention);
            var altered = world.Faults.Through(decision, (f, d) => f.AlterKeyDecision(call, d));
            switch (altered)
            {
                case KeyDecision.Fresh:
                    return await ExecuteAsync(call, scoped, decision is KeyDecision.Fresh, rules, execute, stop);
                case KeyDecision.Replay(var original):
                    return world.Faults.Through(
                        Replayed(call, rules, original),
                        (f, r) => f.AlterReplay(call, original, r)
                    );
                case KeyDecision.Mismatch(var original):
                    return inspected.Violations.IsEmpty
                        ? Refused(call, rules, original)
                        : world.Refusals.Invalid(call, inspected.Violations);
                case KeyDecision.InFlight(_, true) when rules.OnInFlight is { } outcome:
                    return InFlight(call, outcome);
                case KeyDecision.InFlight(var done, _):
                    await done.WaitAsync(stop);
                    break;
            }
        }
    }

    private async ValueTask<Reply> ExecuteAsync(
        Call call,
        string key,
        bool isReserved,
        IdempotencyRules rules,
        Func<CancellationToken, ValueTask<Reply>> execute,
        CancellationToken stop
    )
    {
        Reply? remembered = null;
        try
        {
            var reply = await execute(stop);
            remembered = world.Faults.Through(IsRemembered(reply, rules), (f, r) => f.AlterRemembered(call, reply, r))
                ? reply with
                {
                    Change = null,
                }
                : null;
            return reply;
        }
        finally
        {
            if (isReserved)
            {
                world.Keys.Settle(key, remembered);
            }
        }
    }

    /// <summary>What is undecided follows the defaults of STANDARDS IDM-10: refusals are not stored, business errors are, failures are not.</summary>
    private static bool IsRemembered(Reply reply, IdempotencyRules rules) =>
        reply.Stage switch
        {
            _ when reply.IsSuccess => true,
            ReplyStage.RefusedBeforeExecution => rules.ErrorsBeforeExecution is "stored",
            ReplyStage.ServerError => rules.ServerErrors is "stored",
            _ => rules.BusinessErrors is not "not_stored",
        };

    private Reply Replayed(Call call, IdempotencyRules rules, Reply original)
    {
        var status = original.IsSuccess ? rules.OnReplay?.Status.Value ?? original.Status : original.Status;
        var declared = call.Endpoint!.FindResponse(status);
        var current =
            status != original.Status && declared?.Schema is { } schema
                ? world.Resources.Represent(call, schema, original.ResourceId)
                : null;
        var reply = original with { Status = status, Body = current ?? original.Body?.DeepClone() };
        if (status != 201)
        {
            reply = reply.Without("Location");
        }

        return rules.OnReplay?.MarkerHeader?.Split(':', 2) is { } marker // IDM-14
            ? reply.With(marker[0].Trim(), marker.ElementAtOrDefault(1)?.Trim() ?? "true")
            : reply;
    }

    /// <summary>Another payload under a used key is refused, never answered (STANDARDS IDM-04), and tells which resource it collides with.</summary>
    private Reply Refused(Call call, IdempotencyRules rules, Reply original)
    {
        var outcome = rules.OnMismatch;
        var status = outcome?.Status.Value ?? (call.Endpoint!.FindResponse(409) is null ? 422 : 409);
        var code =
            outcome?.ErrorCode?.Value ?? world.Catalogue.CodeFor(call.Endpoint, status, "IDEMPOTENCY_KEY_REUSED");
        var id = original.ResourceId;
        var fields = (id is null ? [] : outcome?.BodyFields ?? []).Select(f => new KeyValuePair<string, JsonNode?>(
            f,
            id
        ));
        return world.Refusals.Demanded(call, new Problem(status, code) { Fields = [.. fields] });
    }

    private Reply InFlight(Call call, IdempotencyOutcome outcome)
    {
        var status = outcome.Status.Value;
        var code =
            outcome.ErrorCode?.Value ?? world.Catalogue.CodeFor(call.Endpoint, status, "IDEMPOTENCY_IN_PROGRESS");
        var reply = world.Refusals.Demanded(call, new Problem(status, code));
        return outcome.RetryAfter ? reply.With("Retry-After", "1") : reply;
    }

    /// <summary>Unless declared otherwise a key belongs to one client, method and path (STANDARDS IDM-08, IDM-09).</summary>
    private static string Scoped(Call call, IdempotencyRules rules, string key)
    {
        var parts = rules.Scope.IsDefaultOrEmpty ? ["client_id", "method", "path"] : rules.Scope;
        return string.Join('\n', parts.Select(part => Part(call, part)).Append(key));
    }

    private static string Part(Call call, string part) =>
        part switch
        {
            "method" => call.Request.Method,
            "path" => call.Request.Path,
            _ => call.Client,
        };
}
