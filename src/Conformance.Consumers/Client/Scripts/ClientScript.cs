using Conformance.Consumers.Client.Traces;
using Conformance.Simulator.Interventions;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Scripts;

/// <summary>A situation that a provider puts its client into. One file each; stateless, a performance has the state.</summary>
/// <param name="name">What <c>--script</c> calls it.</param>
/// <param name="description">What happens, in one line.</param>
internal abstract class ClientScript(string name, string description)
{
    /// <summary>What <c>--script</c> calls it.</summary>
    public string Name => name;

    /// <summary>What happens, in one line.</summary>
    public string Description => description;

    /// <summary>What the specification lacks for the script to mean something; null when nothing.</summary>
    public virtual string? LacksIn(IntegrationSpecification specification) => null;

    /// <summary>A new performance.</summary>
    /// <param name="specification">The contract.</param>
    /// <param name="habits">What the client does when nothing goes wrong.</param>
    public abstract Direction Perform(IntegrationSpecification specification, Habits habits);

    /// <summary>An answer that is an error of the specification.</summary>
    protected static Intervention Refuse(int status, string? code = null) =>
        new() { Refusal = new ScriptedRefusal(status, code) };

    /// <summary>The same with a <c>Retry-After</c> header.</summary>
    protected static Intervention RefuseFor(int status, string? code, string retryAfter) =>
        Refuse(status, code) with
        {
            Headers = [new("Retry-After", retryAfter)],
        };

    /// <summary>A performance that does something with the first so many calls to an operation.</summary>
    protected static Direction First(Endpoint? target, int count, Func<Arrival, Intervention> make)
    {
        var met = 0;
        return Direction.By(arrival =>
            !arrival.IsForToken && target is not null && arrival.Endpoint == target && met++ < count
                ? make(arrival)
                : null
        );
    }

    /// <summary>What is missing where no token is fetched.</summary>
    protected static string? LackOfTokens(IntegrationSpecification specification) =>
        specification.Authentication?.TokenEndpoint is null ? "a token endpoint" : null;
}
