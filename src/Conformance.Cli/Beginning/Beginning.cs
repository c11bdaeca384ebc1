namespace Conformance.Cli.Beginning;

/// <summary>How consumers of a new specification authenticate.</summary>
internal enum BeginningAuthentication
{
    /// <summary>OAuth 2.0 client credentials.</summary>
    OAuth2,

    /// <summary>A key in a header.</summary>
    ApiKey,

    /// <summary>A bearer token that was issued beforehand.</summary>
    Jwt,

    /// <summary>Not at all.</summary>
    None,
}

/// <summary>What a new specification is made from: the answers to a few questions.</summary>
internal sealed record Beginning
{
    /// <summary>What the document is called.</summary>
    public required string Title { get; init; }

    /// <summary>The system that calls.</summary>
    public required string Consumer { get; init; }

    /// <summary>The system that answers.</summary>
    public required string Provider { get; init; }

    /// <summary>What is made, read, listed and deleted, in the singular: lower-case words joined by hyphens.</summary>
    public required ResourceName Resource { get; init; }

    /// <summary>How consumers authenticate.</summary>
    public BeginningAuthentication Authentication { get; init; }

    /// <summary>Where the environment for tests answers, without a slash at the end.</summary>
    public required string SandboxUrl { get; init; }

    /// <summary>Where the live environment answers, without a slash at the end.</summary>
    public required string ProductionUrl { get; init; }

    /// <summary>Requests a minute; 0 for no limit.</summary>
    public int RequestsPerMinute { get; init; }

    /// <summary>Whether the provider sends events.</summary>
    public bool HasWebhooks { get; init; }

    /// <summary>The day it is written on.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Whether consumers authenticate at all.</summary>
    public bool IsProtected => Authentication != BeginningAuthentication.None;

    /// <summary>Whether tokens have scopes.</summary>
    public bool HasScopes => Authentication == BeginningAuthentication.OAuth2;

    /// <summary>Whether requests are limited.</summary>
    public bool IsLimited => RequestsPerMinute > 0;
}
