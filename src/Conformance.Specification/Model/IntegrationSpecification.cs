using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Conformance.Specification.Model;

/// <summary>A loaded integration specification: the contract between two systems, immutable, every value located.</summary>
public sealed record IntegrationSpecification
{
    private readonly Lazy<FrozenDictionary<string, int>> modelOrder = new(() => OrderOf([]));

    /// <summary>Name, version, status and the two systems.</summary>
    public required SpecificationInfo Info { get; init; }

    /// <summary>Purpose, scope and architecture; absent when the section is.</summary>
    public Overview? Overview { get; init; }

    /// <summary>How callers authenticate; absent when every endpoint is public.</summary>
    public Authentication? Authentication { get; init; }

    /// <summary>The endpoints in document order.</summary>
    public ImmutableArray<Endpoint> Endpoints { get; init; } = [];

    /// <summary>The named schemas of <c>data_models</c>, in document order.</summary>
    public ImmutableArray<DataModel> DataModels
    {
        get;
        init
        {
            field = value;
            modelOrder = new(() => OrderOf(value));
        }
    } = [];

    /// <summary>The shape of every error response; absent when none is declared.</summary>
    public ErrorFormat? ErrorFormat { get; init; }

    /// <summary>The error catalogue in document order.</summary>
    public ImmutableArray<ErrorCode> ErrorCodes { get; init; } = [];

    /// <summary>The published limits; absent when none are declared.</summary>
    public RateLimits? RateLimits { get; init; }

    /// <summary>The webhooks the provider sends; absent when none are declared.</summary>
    public Webhooks? Webhooks { get; init; }

    /// <summary>The mermaid sequence diagrams, as text.</summary>
    public ImmutableArray<SequenceDiagram> SequenceDiagrams { get; init; } = [];

    /// <summary>The declared test scenarios, in document order.</summary>
    public ImmutableArray<TestScenario> TestScenarios { get; init; } = [];

    /// <summary>The environments in document order.</summary>
    public ImmutableArray<TargetEnvironment> Environments { get; init; } = [];

    /// <summary>The named parts of the contract that a run may be held to, in document order.</summary>
    public ImmutableArray<Profile> Profiles { get; init; } = [];

    /// <summary>The files the specification was read from, in reading order, as the user named them.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>Lower-case hex SHA-256 over the bytes of all files in reading order.</summary>
    public required string Digest { get; init; }

    /// <summary>Where in <see cref="DataModels"/> the model of a name is.</summary>
    internal FrozenDictionary<string, int> ModelOrder => modelOrder.Value;

    /// <summary>The endpoint with this method and path template, or null.</summary>
    /// <param name="method">HTTP method, any case.</param>
    /// <param name="path">The path template exactly as declared.</param>
    public Endpoint? FindEndpoint(string method, string path) =>
        Endpoints.FirstOrDefault(e =>
            string.Equals(e.Method, method, StringComparison.OrdinalIgnoreCase) && e.Path.Value == path
        );

    /// <summary>The catalogue entry of an error code, or null.</summary>
    /// <param name="code">The machine-readable code.</param>
    public ErrorCode? FindErrorCode(string code) => ErrorCodes.FirstOrDefault(e => e.Code.Value == code);

    /// <summary>The environment of that name, or null.</summary>
    /// <param name="name">The key under <c>environments</c>.</param>
    public TargetEnvironment? FindEnvironment(string name) => Environments.FirstOrDefault(e => e.Name.Value == name);

    private static FrozenDictionary<string, int> OrderOf(ImmutableArray<DataModel> models) =>
        models
            .Select((model, index) => (Name: model.Name.Value, Index: index))
            .DistinctBy(m => m.Name)
            .ToFrozenDictionary(m => m.Name, m => m.Index, StringComparer.Ordinal);
}
