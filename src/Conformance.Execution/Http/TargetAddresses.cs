using Conformance.Execution.Secrets;
using Conformance.Specification.Model;

namespace Conformance.Execution.Http;

/// <summary>Where the target, its token endpoint and its test controls answer.</summary>
internal sealed class TargetAddresses
{
    private static readonly UriCreationOptions Verbatim = new() { DangerousDisablePathAndQueryCanonicalization = true };
    private readonly string origin;
    private readonly string prefix;

    /// <summary>Resolves all addresses; throws when one of them must not be used.</summary>
    /// <exception cref="TargetConfigurationException">An address is no HTTP URL, or plain HTTP beyond loopback.</exception>
    public TargetAddresses(IntegrationSpecification specification, ExecutionOptions options)
    {
        var environment = options.Environment;
        Require(options.BaseUrl, "base URL", options);
        origin = options.BaseUrl.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
        prefix = options.BaseUrl.AbsolutePath.TrimEnd('/');
        Token = TokenUrl(specification, options);
        ProviderStates = Resolve(options.ProviderStatesUrl ?? environment?.ProviderStatesUrl?.Value, environment);
        TestClock = Resolve(options.TestClockUrl ?? environment?.TestClockUrl?.Value, environment);
        Require(Token, "token URL", options);
        Require(ProviderStates, "provider-states URL", options);
        Require(TestClock, "test-clock URL", options);
    }

    /// <summary>The token endpoint; null when the specification declares none and none is configured.</summary>
    public Uri? Token { get; }

    /// <summary>The provider-states URL, if there is one.</summary>
    public Uri? ProviderStates { get; }

    /// <summary>The test clock's URL, if there is one.</summary>
    public Uri? TestClock { get; }

    /// <summary>The URL of a path (and query) of the API, byte for byte; the base URL's own path stays in front.</summary>
    public Uri Api(string pathAndQuery) => Exact(origin + prefix + Rooted(pathAndQuery));

    /// <summary>A URL whose path and query stay as they are written.</summary>
    public static Uri Exact(string url) => new(url, Verbatim);

    /// <summary>The same URL with more in its query.</summary>
    public static Uri WithQuery(Uri url, string name, string value)
    {
        var text = url.OriginalString;
        var separator = text.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return Exact($"{text}{separator}{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}");
    }

    private Uri? TokenUrl(IntegrationSpecification specification, ExecutionOptions options)
    {
        if (options.TokenUrl is { } given)
        {
            return given.IsAbsoluteUri ? given : new Uri(origin + Rooted(given.OriginalString));
        }

        if (options.Environment?.TokenUrl?.Value is { } declaredForEnvironment)
        {
            return Resolve(declaredForEnvironment, options.Environment);
        }

        var declared = specification.Authentication?.TokenEndpoint?.Url.Value;
        return declared is null ? null : new Uri(origin + Rooted(PathOf(declared)));
    }

    // A URL on the environment's own host moves along when --base-url puts another target in the environment's place:
    // credentials and state changes must not go to a server that the user did not name.
    private Uri? Resolve(string? url, TargetEnvironment? environment)
    {
        if (string.IsNullOrWhiteSpace(url))
        {
            return null;
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var absolute) || absolute.IsFile)
        {
            return new Uri(origin + prefix + Rooted(url));
        }

        var home = environment?.BaseUrl?.Value;
        var isOnHome =
            Uri.TryCreate(home, UriKind.Absolute, out var homeUrl)
            && Uri.Compare(
                homeUrl,
                absolute,
                UriComponents.SchemeAndServer,
                UriFormat.Unescaped,
                StringComparison.OrdinalIgnoreCase
            ) == 0;
        return isOnHome ? new Uri(origin + absolute.PathAndQuery) : absolute;
    }

    private static string PathOf(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var absolute) && !absolute.IsFile ? absolute.PathAndQuery : url;

    private static string Rooted(string path) => path.StartsWith('/') || path.Length == 0 ? path : "/" + path;

    /// <summary>Throws for an address that must not be used.</summary>
    /// <exception cref="TargetConfigurationException">It is no HTTP URL, or plain HTTP beyond loopback.</exception>
    public static void Require(Uri? url, string what, ExecutionOptions options)
    {
        if (url is null || options.Handler is not null)
        {
            return;
        }

        if (!url.IsAbsoluteUri || url.Scheme is not ("http" or "https"))
        {
            throw new TargetConfigurationException(
                $"The {what} '{UrlSecrets.Shown(url.OriginalString)}' is not an HTTP URL; give one like https://api.example.com."
            );
        }

        if (url.UserInfo.Length > 0)
        {
            throw new TargetConfigurationException(
                $"The {what} '{UrlSecrets.Shown(url.OriginalString)}' has a user name or password in it, which would be written to logs. "
                    + "Leave them out."
            );
        }

        if (url.Scheme == "http" && !url.IsLoopback && !options.AllowInsecure)
        {
            throw new TargetConfigurationException(
                $"The {what} '{UrlSecrets.Shown(url.OriginalString)}' is plain HTTP beyond this machine: credentials would travel in the clear. "
                    + "Use https://, or pass --allow-insecure if that is intended."
            );
        }
    }
}
