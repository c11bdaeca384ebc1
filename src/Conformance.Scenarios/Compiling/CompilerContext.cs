using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Payloads;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Compiling;

/// <summary>What every situation may ask while one specification is compiled. Not for several threads at once.</summary>
internal sealed class CompilerContext
{
    private readonly List<Omission> omissions = [];
    private readonly SayableBodies sayable;

    /// <summary>Prepares the compilation of a specification.</summary>
    public CompilerContext(IntegrationSpecification specification, CompilerOptions options)
    {
        Specification = specification;
        Options = options;
        Judge = new PayloadJudge(specification);
        Effective = new EffectiveSchema(specification);
        sayable = new SayableBodies(Effective);
        Strings = new StringValues(Patterns);
        Payloads = new PayloadGenerator(new SeededData(options.Seed), Effective, Strings, Judge);
        Errors = new ErrorAnswers(specification);
        Requests = new ValidRequests(this);
        Resources = new ResourceLife(this);
        Endpoints = [.. specification.Endpoints.Select(endpoint => new EndpointContext(this, endpoint))];
    }

    /// <summary>The contract.</summary>
    public IntegrationSpecification Specification { get; }

    /// <summary>Seed and environment.</summary>
    public CompilerOptions Options { get; }

    /// <summary>The operations in document order.</summary>
    public ImmutableArray<EndpointContext> Endpoints { get; }

    /// <summary>Follows references.</summary>
    public EffectiveSchema Effective { get; }

    /// <summary>Matches and makes strings of a pattern.</summary>
    public PatternStrings Patterns { get; } = new();

    /// <summary>Makes strings of a schema.</summary>
    public StringValues Strings { get; }

    /// <summary>Makes valid payloads.</summary>
    public PayloadGenerator Payloads { get; }

    /// <summary>Knows how operations refuse.</summary>
    public ErrorAnswers Errors { get; }

    /// <summary>Knows whether a payload is valid.</summary>
    public PayloadJudge Judge { get; }

    /// <summary>Writes valid requests.</summary>
    public ValidRequests Requests { get; }

    /// <summary>Arranges resources.</summary>
    public ResourceLife Resources { get; }

    /// <summary>Multiple of the published limits that holds in the environment.</summary>
    public decimal LimitFactor => Options.Environment?.RateLimitFactor?.Value ?? 1;

    /// <summary>The cases of a situation that can be sent, and what it left out.</summary>
    /// <param name="cases">The cases, not yet made.</param>
    /// <param name="cancellationToken">Ends the making.</param>
    public CaseCompilation Compiled(IEnumerable<ContractCase> cases, CancellationToken cancellationToken)
    {
        var before = omissions.Count;
        var made = ImmutableArray.CreateBuilder<ContractCase>();
        foreach (var contractCase in cases.Where(sayable.IsSayable))
        {
            cancellationToken.ThrowIfCancellationRequested();
            made.Add(contractCase);
        }

        return new(made.ToImmutable(), [.. omissions.Skip(before)]);
    }

    /// <summary>The operation's context.</summary>
    public EndpointContext Of(Endpoint endpoint) =>
        Endpoints.First(e => e.Endpoint.OperationId == endpoint.OperationId);

    /// <summary>Notes that no case tests a requirement.</summary>
    public void Omit(Requirement requirement, string reason) => omissions.Add(new(requirement, reason));
}
