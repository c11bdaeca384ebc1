using System.Collections.Immutable;
using Conformance.Simulator.Http;
using Conformance.Simulator.Json;

namespace Conformance.Simulator.Faults.Shared;

/// <summary>A fault that refuses values of a body which the specification allows.</summary>
public abstract class StricterRule : Fault
{
    private protected StricterRule() { }

    /// <inheritdoc />
    public sealed override FaultArea Area => FaultArea.Validation;

    /// <summary>The keyword that is broken by what is told.</summary>
    private protected abstract string Keyword { get; }

    /// <summary>What the client is told.</summary>
    private protected abstract string Message { get; }

    private protected abstract bool Refuses(Call call, SentValue sent);

    /// <inheritdoc />
    internal sealed override ImmutableArray<Violation> AlterViolations(Call call, ImmutableArray<Violation> found) =>
        found.AddRange(
            SentBody.Of(call).Where(v => Refuses(call, v)).Select(v => new Violation(v.Path, Keyword, Message))
        );
}
