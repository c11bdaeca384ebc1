using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance;

/// <summary>A target that is started for the length of a run when no base URL is given. Ends when it is disposed of.</summary>
public interface IEmbeddedTarget : IAsyncDisposable
{
    /// <summary>Starts it on a free loopback port.</summary>
    /// <param name="specification">What it plays.</param>
    /// <param name="environment">The environment it plays; null for none in particular.</param>
    /// <param name="seed">Decides the data it makes up.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    Task<EmbeddedAddress> StartAsync(
        IntegrationSpecification specification,
        TargetEnvironment? environment,
        int seed,
        CancellationToken cancellationToken
    );
}

/// <summary>Where an embedded target answers, and how it is controlled.</summary>
/// <param name="BaseUrl">Where it answers.</param>
/// <param name="ProviderStatesUrl">Where it is put into states.</param>
/// <param name="TestClockUrl">Where its clock is moved.</param>
/// <param name="Configuration">The credentials it accepts, by placeholder name.</param>
public sealed record EmbeddedAddress(
    Uri BaseUrl,
    string ProviderStatesUrl,
    string TestClockUrl,
    ImmutableDictionary<string, string> Configuration
)
{
    /// <summary>PEM text of the authority that its server certificate is of; null when it is reached over plain HTTP.</summary>
    public string? CertificateAuthority { get; init; }
}
