using System.Collections.Immutable;
using System.Text.Json;

namespace Conformance.Specification.Model;

/// <summary>How the provider of one environment learns where deliveries go, and with which secret they are signed.</summary>
public abstract record WebhookRegistration
{
    private WebhookRegistration() { }

    /// <summary>Address of the listener as the provider reaches it, a tunnel's for example; null when a run tells it.</summary>
    public Located<string>? Url { get; init; }

    /// <summary>
    /// The shared secret as a <c>{PLACEHOLDER}</c>; null for <c>{WEBHOOK_SECRET}</c>. Where the run itself tells the
    /// provider and none is configured, the run makes one up.
    /// </summary>
    public Located<string>? Secret { get; init; }

    /// <summary>Where it stands.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>Somebody has told the provider the address and the secret before the run.</summary>
    public sealed record Preconfigured : WebhookRegistration;

    /// <summary>The provider-states handler takes the address: as <c>params</c> <c>url</c>, <c>secret</c> and <c>events</c>.</summary>
    public sealed record ProviderState : WebhookRegistration
    {
        /// <summary>Name of the state.</summary>
        public required Located<string> State { get; init; }
    }

    /// <summary>A request to the provider's API, sent with the run's credential.</summary>
    public sealed record Request : WebhookRegistration
    {
        /// <summary>HTTP method.</summary>
        public required string Method { get; init; }

        /// <summary>Path, appended to the base URL.</summary>
        public required Located<string> Path { get; init; }

        /// <summary>
        /// JSON body; the texts <c>{webhook_url}</c>, <c>{webhook_secret}</c> and <c>{webhook_events}</c> (the list of
        /// all events) in it are replaced.
        /// </summary>
        public required JsonElement Body { get; init; }

        /// <summary>Dotted path of the field of the answer that holds the secret; null when the request sends it.</summary>
        public Located<string>? SecretField { get; init; }

        /// <summary>The request that takes the registration back; null when none is declared.</summary>
        public WebhookRemoval? Remove { get; init; }
    }
}

/// <summary>The request that takes a registration back.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">
/// Path, appended to the base URL; <c>{name}</c> in it stands for that field of the answer to the registration, by dotted
/// path.
/// </param>
public sealed record WebhookRemoval(string Method, Located<string> Path)
{
    /// <summary>The fields of the answer that the path is made with, in order.</summary>
    public ImmutableArray<string> Fields =>
        [.. Path.Value.Split('{').Skip(1).Where(p => p.Contains('}')).Select(p => p[..p.IndexOf('}')])];
}
