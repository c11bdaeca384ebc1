using Conformance.Scenarios.Cases;

namespace Conformance.Scenarios.Compiling;

/// <summary>A situation that arises at single operations.</summary>
internal abstract class EndpointSource : IScenarioSource
{
    /// <inheritdoc />
    public IEnumerable<ContractCase> Compile(CompilerContext context) => Compile(context.Endpoints);

    /// <summary>The cases of the situation at some operations.</summary>
    public IEnumerable<ContractCase> Compile(IEnumerable<EndpointContext> endpoints) => endpoints.SelectMany(Compile);

    /// <summary>The cases of the situation at one operation; none where it cannot arise.</summary>
    protected abstract IEnumerable<ContractCase> Compile(EndpointContext endpoint);
}
