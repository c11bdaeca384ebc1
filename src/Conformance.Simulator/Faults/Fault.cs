using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Conformance.Simulator.Access;
using Conformance.Simulator.Faults.Applicability;
using Conformance.Simulator.Http;
using Conformance.Simulator.Idempotency;
using Conformance.Simulator.Json;
using Conformance.Simulator.Limits;
using Conformance.Simulator.Resources;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Faults;

/// <summary>
/// One deliberate lie, told about any specification. A fault overrides the one hook it lies at; every hook is given the
/// honest decision and returns the altered one. Faults keep no state of their own.
/// </summary>
public abstract partial class Fault
{
    private protected Fault() { }

    /// <summary>Name on the command line: the class name in kebab case.</summary>
    public string Name => WordStart().Replace(GetType().Name, "-$1").TrimStart('-').ToLowerInvariant();

    /// <summary>What the faulty server does, in one sentence.</summary>
    public abstract string Description { get; }

    /// <summary>What it lies about.</summary>
    public abstract FaultArea Area { get; }

    /// <summary>
    /// What a specification lacks for this fault to have anything to lie about; completes "the specification has no ...".
    /// Null when it lacks nothing. By default it follows from the area and the hooks; a fault that needs more says so.
    /// </summary>
    public virtual string? LacksIn(IntegrationSpecification specification) => HookNeeds.LackOf(this, specification);

    /// <summary>Why a server that does this keeps the specification all the same, in a sentence; null when it does not.</summary>
    public virtual string? LeftOpenBy(IntegrationSpecification specification) => null;

    /// <summary>At the door: who is let in.</summary>
    internal virtual AccessDecision AlterAccess(Call call, AccessDecision decision) => decision;

    /// <summary>At the door: what is found wrong with a JWT.</summary>
    internal virtual JwtDefects AlterJwtDefects(JwtDefects found) => found;

    /// <summary>At the token endpoint: what is taken for the request.</summary>
    internal virtual SimulatedRequest AlterTokenRequest(Call call, SimulatedRequest request) => request;

    /// <summary>At the token endpoint: what is granted.</summary>
    internal virtual TokenGrant AlterToken(Call call, TokenGrant grant) => grant;

    /// <summary>At the limits: what is published and admitted.</summary>
    internal virtual LimitTerms AlterLimit(Call call, LimitTerms terms) => terms;

    /// <summary>At the limits: whom a request is counted for.</summary>
    internal virtual string AlterLimitedClient(Call call, string client) => client;

    /// <summary>At the limits: whether a request is admitted, and what the client is told.</summary>
    internal virtual Allowance AlterAllowance(Call call, Allowance allowance) => allowance;

    /// <summary>At validation: what is found wrong.</summary>
    internal virtual ImmutableArray<Violation> AlterViolations(Call call, ImmutableArray<Violation> found) => found;

    /// <summary>At the idempotency key: what it is unique within.</summary>
    internal virtual string AlterKey(Call call, string scopedKey) => scopedKey;

    /// <summary>At the idempotency key: what a request with it is.</summary>
    internal virtual KeyDecision AlterKeyDecision(Call call, KeyDecision decision) => decision;

    /// <summary>At the idempotency key: which part of the payload is compared.</summary>
    internal virtual JsonElement AlterCompared(Call call, JsonElement payload) => payload;

    /// <summary>At the idempotency key: whether an answer is remembered under it.</summary>
    internal virtual bool AlterRemembered(Call call, Reply reply, bool isRemembered) => isRemembered;

    /// <summary>At the idempotency key: how a repeated request is answered.</summary>
    internal virtual Reply AlterReplay(Call call, Reply original, Reply reply) => reply;

    /// <summary>Before execution: how long it takes.</summary>
    internal virtual TimeSpan AlterExecutionTime(Call call, TimeSpan delay) => delay;

    /// <summary>At the store: what is kept of a new or changed resource; null for nothing.</summary>
    internal virtual Resource? AlterStored(Call call, Resource? resource) => resource;

    /// <summary>At the store: what is left of a deleted resource; null for nothing.</summary>
    internal virtual Resource? AlterDeleted(Call call, Resource deleted, Resource? kept) => kept;

    /// <summary>At the store: whether a resource's state allows a change.</summary>
    internal virtual bool AlterTransition(Call call, bool isAllowed) => isAllowed;

    /// <summary>At the store: whether a client sees a resource.</summary>
    internal virtual bool AlterVisibility(Call call, Resource resource, bool isSeen) => isSeen;

    /// <summary>At the store: what a list or search finds.</summary>
    internal virtual IReadOnlyList<Resource> AlterListed(
        Call call,
        IReadOnlyList<Resource> all,
        IReadOnlyList<Resource> found
    ) => found;

    /// <summary>At the store: which page of a list is shown.</summary>
    internal virtual Page AlterPage(Call call, Page page) => page;

    /// <summary>At the end: what is answered. Also for the token endpoint (<see cref="Call.IsForToken"/>) and for unknown paths, where
    /// <see cref="Call.Endpoint"/> is null.</summary>
    internal virtual Reply AlterReply(Call call, Reply reply) => reply;

    /// <summary>At webhooks: which events an answered call fires.</summary>
    internal virtual ImmutableArray<WebhookOccurrence> AlterOccurrences(
        Call call,
        Reply reply,
        ImmutableArray<WebhookOccurrence> happened
    ) => happened;

    /// <summary>At webhooks: when attempts are made, and how long each may take.</summary>
    internal virtual RetryPlan AlterRetryPlan(RetryPlan plan) => plan;

    /// <summary>At each attempt: what is told.</summary>
    internal virtual WebhookOccurrence AlterOccurrence(WebhookAttempt attempt, WebhookOccurrence told) => told;

    /// <summary>At each attempt: which time is told, where deliveries are signed; null for none.</summary>
    internal virtual string? AlterTimestamp(WebhookAttempt attempt, SigningTerms terms, string? stamp) => stamp;

    /// <summary>At each attempt: how it is signed; null for not at all.</summary>
    internal virtual SignatureDraft? AlterSignature(
        WebhookAttempt attempt,
        SigningInput input,
        SignatureDraft? draft
    ) => draft;

    /// <summary>At each attempt: what is sent, signed already.</summary>
    internal virtual Delivery AlterDelivery(WebhookAttempt attempt, Delivery delivery) => delivery;

    /// <summary>After each attempt: what its outcome means.</summary>
    internal virtual DeliveryVerdict AlterVerdict(
        WebhookAttempt attempt,
        DeliveryOutcome outcome,
        DeliveryVerdict verdict
    ) => verdict;

    [GeneratedRegex("([A-Z])", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex WordStart();
}
