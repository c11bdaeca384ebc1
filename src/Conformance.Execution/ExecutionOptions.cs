using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Execution;

/// <summary>How cases are carried out. Immutable; values are checked where they are used.</summary>
public sealed record ExecutionOptions
{
    /// <summary>Where the target answers; paths of the specification are appended to it.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>The environment of the specification the target plays; null for the embedded simulator.</summary>
    public TargetEnvironment? Environment { get; init; }

    /// <summary>Token endpoint; null to derive it from the specification and the base URL.</summary>
    public Uri? TokenUrl { get; init; }

    /// <summary>Provider-states URL, absolute or relative to the base URL; null to use the environment's.</summary>
    public string? ProviderStatesUrl { get; init; }

    /// <summary>
    /// Whether the target is known to take the address of webhooks by its provider state "webhooks are delivered", as the
    /// embedded one does.
    /// </summary>
    public bool TakesWebhookState { get; init; }

    /// <summary>Test-clock URL, absolute or relative to the base URL; null to use the environment's.</summary>
    public string? TestClockUrl { get; init; }

    /// <summary>Values of placeholders such as <c>CLIENT_ID</c>: process environment and secrets file, merged.</summary>
    public ImmutableDictionary<string, string> Configuration { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>A number that a certifier chose, sent with every request; null for none.</summary>
    public string? Nonce { get; init; }

    /// <summary>How many runs share the target's published limits, this one included; each takes an equal part.</summary>
    public int LimitShare { get; init; } = 1;

    /// <summary>Decides run-unique values.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Longest time one request may take, connection included.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest time one case may take, waits included.</summary>
    public TimeSpan CaseTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Longest single wait for the target's clock (<c>Retry-After</c>, token expiry).</summary>
    public TimeSpan MaxWait { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>Greatest number of bytes of a response body that are read, also after decompression.</summary>
    public int MaxResponseBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>Greatest number of requests of the whole run; null for no bound but the planned budget.</summary>
    public int? MaxRequests { get; init; }

    /// <summary>Whether unsafe methods may be sent to an environment of kind production.</summary>
    public bool AllowWrites { get; init; }

    /// <summary>Whether plain HTTP may be used beyond loopback.</summary>
    public bool AllowInsecure { get; init; }

    /// <summary>PEM file, or PEM text, with certificate authorities that are trusted beside this machine's own; null for none.</summary>
    public string? CertificateAuthorityFile { get; init; }

    /// <summary>Address and port on which deliveries of webhooks are listened for; null for a free port of loopback.</summary>
    public string? WebhookListen { get; init; }

    /// <summary>Where the target sends deliveries, a tunnel's address for example; null for the listener's own address.</summary>
    public Uri? WebhookUrl { get; init; }

    /// <summary>Connects instead of a socket, for example to a test host; null for the network.</summary>
    public HttpMessageHandler? Handler { get; init; }
}
