using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Conformance.Simulator.Access;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;
using Conformance.Simulator.Limits;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Errors;

/// <summary>The answers to what cannot be carried out, one for each reason.</summary>
/// <param name="specification">Declares codes and responses.</param>
/// <param name="catalogue">Chooses codes.</param>
/// <param name="writer">Writes bodies.</param>
internal sealed class Refusals(IntegrationSpecification specification, ErrorCatalogue catalogue, ErrorWriter writer)
{
    /// <summary>There is no such path.</summary>
    public Reply UnknownPath(Call call) => Early(call, 404, "NOT_FOUND", "There is no such path");

    /// <summary>The path knows other methods only (STANDARDS HTTP-03), or the method is none at all (HTTP-04).</summary>
    public Reply WrongMethod(Call call, IEnumerable<string> allowed, bool isKnownMethod) =>
        (
            isKnownMethod
                ? Early(call, 405, "METHOD_NOT_ALLOWED", "The path does not know this method")
                : Early(call, 501, "NOT_IMPLEMENTED", "There is no such method")
        ).With("Allow", string.Join(", ", allowed));

    /// <summary>The caller is not let in (STANDARDS HTTP-05, BRR-09).</summary>
    public Reply Denied(Call call, AccessRefusal refusal)
    {
        var status = refusal switch
        {
            AccessRefusal.InsufficientScope => 403,
            // RFC 6750 asks for 400 (BRR-06), where the operation declares it.
            AccessRefusal.Ambiguous when call.Endpoint?.FindResponse(400) is not null => 400,
            _ => 401,
        };
        var reply = status switch
        {
            403 => Early(call, 403, "FORBIDDEN", null),
            400 => Invalid(call, [new("Authorization", "header", "Must be sent once")]),
            _ => Early(call, 401, "UNAUTHORIZED", null),
        };
        return reply.With(
            "WWW-Authenticate",
            Challenge.For(specification, refusal, call.Endpoint!.Scopes.Select(s => s.Value))
        );
    }

    /// <summary>The limit is used up (STANDARDS RTL-01 to RTL-04, RTL-16).</summary>
    public Reply Limited(Call call, Allowance allowance)
    {
        var exceeded = specification.RateLimits?.ExceededResponse;
        var status = exceeded?.Status.Value ?? 429;
        var code = exceeded?.ErrorCode?.Value ?? catalogue.CodeFor(call.Endpoint, status, "RATE_LIMIT_EXCEEDED");
        var field = specification.RateLimits?.RetryAfterField;
        ImmutableArray<KeyValuePair<string, JsonNode?>> fields = field is null
            ? []
            : [new(field, allowance.RetryAfter)];
        var reply = writer.Write(call, new Problem(status, code) { Fields = fields });
        return Before(reply)
            .With(
                specification.RateLimits?.Headers?.RetryAfter?.Value ?? "Retry-After",
                allowance.RetryAfter.ToString(CultureInfo.InvariantCulture)
            );
    }

    /// <summary>The request is not valid; every offending field is listed (STANDARDS ERR-04).</summary>
    public Reply Invalid(Call call, ImmutableArray<Violation> violations)
    {
        var (status, code) = catalogue.Validation(call.Endpoint);
        return Before(writer.Write(call, new Problem(status, code) { Details = violations }));
    }

    /// <summary>The body is not of the declared type (STANDARDS HTTP-08).</summary>
    public Reply WrongContentType(Call call, string declared) =>
        Early(call, 415, "UNSUPPORTED_MEDIA_TYPE", null).With("Accept", declared);

    /// <summary>The body is too large (STANDARDS HTTP-27).</summary>
    public Reply TooLarge(Call call) => Early(call, 413, "PAYLOAD_TOO_LARGE", "The request body is too large");

    /// <summary>There is no such resource.</summary>
    public Reply UnknownResource(Call call) =>
        writer.Write(call, new Problem(404, catalogue.CodeFor(call.Endpoint, 404, "NOT_FOUND")));

    /// <summary>The resource's state does not allow it.</summary>
    public Reply Conflict(Call call, string? code)
    {
        var chosen = code ?? catalogue.CodeFor(call.Endpoint, 409, "CONFLICT");
        return writer.Write(call, new Problem(catalogue.StatusOf(chosen, 409), chosen));
    }

    /// <summary>What a provider state, or an idempotency rule, demands.</summary>
    public Reply Demanded(Call call, Problem problem)
    {
        var reply = writer.Write(call, problem);
        return problem.Status is 503 or 429 ? reply.With("Retry-After", "1") : reply; // HTTP-28
    }

    /// <summary>What a script wants to be answered.</summary>
    public Reply Told(Call call, Problem problem) => writer.Write(call, problem);

    /// <summary>The simulator itself failed.</summary>
    public Reply Failed(Call call) =>
        writer.Write(call, new Problem(500, catalogue.CodeFor(call.Endpoint, 500, "INTERNAL_ERROR")));

    private Reply Early(Call call, int status, string otherwise, string? message) =>
        Before(
            writer.Write(
                call,
                new Problem(status, catalogue.CodeFor(call.Endpoint, status, otherwise)) { Message = message }
            )
        );

    private static Reply Before(Reply reply) => reply with { Stage = ReplyStage.RefusedBeforeExecution };
}
