using System.Collections.Immutable;
using Conformance.Simulator;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Playing;

/// <summary>
/// What a client's command is told by its environment: <c>BASE_URL</c>, <c>TOKEN_URL</c>, the specification's own
/// placeholders such as <c>CLIENT_ID</c> and <c>CLIENT_SECRET</c>, and <c>CONFORMANCE_SCRIPT</c>.
/// </summary>
internal static class ClientVariables
{
    /// <summary>The variables.</summary>
    /// <param name="specification">Names the placeholders.</param>
    /// <param name="baseUrl">Where the provider answers.</param>
    /// <param name="script">The script that is played; null when several are, one after the other.</param>
    public static ImmutableDictionary<string, string> Of(
        IntegrationSpecification specification,
        Uri baseUrl,
        string? script
    )
    {
        var variables = SimulatorCredentials
            .Default.ConfigurationFor(specification)
            .SetItem("BASE_URL", baseUrl.GetLeftPart(UriPartial.Authority));
        if (specification.Authentication?.TokenEndpoint is { } endpoint)
        {
            var path =
                Uri.TryCreate(endpoint.Url.Value, UriKind.Absolute, out var url) && url.IsAbsoluteUri && !url.IsFile
                    ? url.AbsolutePath
                    : $"/{endpoint.Url.Value.TrimStart('/')}";
            variables = variables.SetItem("TOKEN_URL", new Uri(baseUrl, path).ToString());
        }

        return script is null ? variables : variables.SetItem("CONFORMANCE_SCRIPT", script);
    }
}
