using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;

namespace Conformance.Scenarios.Kinds.Idempotency;

/// <summary>A situation of operations that take an idempotency key.</summary>
internal abstract class KeyedSource : EndpointSource
{
    /// <inheritdoc />
    protected sealed override IEnumerable<ContractCase> Compile(EndpointContext endpoint) =>
        KeyedOperation.Of(endpoint) is { } operation ? Compile(operation) : [];

    /// <summary>The cases of the situation at one operation.</summary>
    protected abstract IEnumerable<ContractCase> Compile(KeyedOperation operation);
}
