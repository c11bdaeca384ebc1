using System.Collections.Immutable;
using System.Globalization;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.RateLimit;

/// <summary>An operation with a published limit, as it holds in the environment.</summary>
internal sealed class LimitedOperation
{
    private LimitedOperation(EndpointContext context, RateLimits rules, Specification.Model.RateLimit published)
    {
        Context = context;
        Rules = rules;
        var factor = context.Context.LimitFactor;
        Limit = published with { Requests = (int)Math.Floor(published.Requests * factor) };
        Most = (int)Math.Ceiling(published.Requests * factor * (rules.Burst?.Factor ?? 1));
    }

    /// <summary>The operation.</summary>
    public EndpointContext Context { get; }

    /// <summary>The published rules.</summary>
    public RateLimits Rules { get; }

    /// <summary>The limit with the shortest window: the one that a run can meet.</summary>
    public Specification.Model.RateLimit Limit { get; }

    /// <summary>Number of requests after which a refusal must have come, burst included.</summary>
    public int Most { get; }

    /// <summary>The operation, or null when no limit is published for it.</summary>
    public static LimitedOperation? Of(EndpointContext context)
    {
        if (context.Context.Specification.RateLimits is not { } rules)
        {
            return null;
        }

        var limits = context.Endpoint.RateLimits.IsEmpty ? rules.Default : context.Endpoint.RateLimits;
        return limits.IsEmpty ? null : new(context, rules, limits.MinBy(l => l.Window)!);
    }

    /// <summary>How the operation refuses a request over the limit.</summary>
    public ErrorAnswer Exceeded
    {
        get
        {
            var declared = Context.Context.Errors.FindAnywhere(Context.Endpoint, Status);
            var shared = Rules.ExceededResponse;
            return new(
                Status,
                shared?.ErrorCode?.Value ?? declared?.Code,
                false,
                shared?.Location ?? declared?.Location ?? Rules.Location
            );
        }
    }

    /// <summary>Status of a refusal: 429 unless the specification says otherwise.</summary>
    public int Status => Rules.ExceededResponse?.Status.Value ?? 429;

    /// <summary>A requirement of the operation's limit.</summary>
    public Requirement Requirement(string aspect, string statement, params string[] references) =>
        Sentences.Contract(
            RequirementIds.Operation(Context.Endpoint, $"rate_limit.{aspect}"),
            statement,
            Limit.Location,
            references
        );

    /// <summary>Good practice around the operation's limit, which binds nobody.</summary>
    public Requirement Proposal(string aspect, string statement, params string[] references) =>
        Sentences.Proposal(
            RequirementIds.Operation(Context.Endpoint, $"rate_limit.{aspect}"),
            statement,
            Limit.Location,
            references
        );

    /// <summary>Whether a second request for the same resource is turned down, whatever the limit.</summary>
    public bool SucceedsOnce => Context.Endpoint.Resource?.Action is ResourceAction.Transition or ResourceAction.Delete;

    /// <summary>Whether requests are declared to be counted in windows that begin and end.</summary>
    public bool IsFixed => Rules.Algorithm?.Value is "fixed_window";

    /// <summary>Whether requests are declared to be counted in windows of one kind or the other.</summary>
    public bool HasWindow => Rules.Algorithm?.Value is "fixed_window" or "sliding_window";

    /// <summary>What a client is called that limits are declared to be counted per; null when they are not, or when nobody says.</summary>
    public string? Client =>
        Context.IsProtected && Rules.Partition?.Value is { } partition && Clients.Contains(partition)
            ? partition
            : null;

    /// <summary>That the headers of several answers agree.</summary>
    public Requirement Coherent =>
        Requirement(
            "headers_coherent",
            $"The target MUST let the rate-limit headers of {Context.Endpoint.Name} tell the state of one window.",
            "RTL-08",
            "RTL-10",
            "RTL-11",
            "RTL-12"
        );

    /// <summary>Whether a refusal is declared to tell how long to wait.</summary>
    public bool TellsRetryAfter =>
        Rules.Headers?.RetryAfter is not null
        || Declares(Context.Endpoint.FindResponse(Status)?.Headers)
        || Declares(Rules.ExceededResponse?.Headers)
        || Exceeded.Code is { } code && Declares(Context.Context.Specification.FindErrorCode(code)?.Headers);

    /// <summary>The limit in words.</summary>
    public string Words =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Limit.Requests} requests in {Limit.Window.TotalSeconds:0} seconds"
        );

    private static readonly ImmutableHashSet<string> Clients = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "client_id",
        "client",
        "api_key",
        "consumer",
        "account",
        "tenant"
    );

    private static bool Declares(ImmutableArray<ResponseHeader>? headers) =>
        headers is { IsDefault: false } some
        && some.Any(h => string.Equals(h.Name, "Retry-After", StringComparison.OrdinalIgnoreCase));
}
