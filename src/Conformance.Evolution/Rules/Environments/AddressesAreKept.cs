using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Environments;

/// <summary>Environments stay where they are.</summary>
internal sealed class AddressesAreKept()
    : EvolutionRule(
        "EVO-902",
        "Addresses of environments are kept",
        "Consumers have them in their configuration, and in the rules of their firewalls."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair) =>
        EnvironmentPairs
            .Of(pair)
            .SelectMany(e =>
                Promise(e.Subject, "the base URL", Plain(e.Old.BaseUrl), Plain(e.New.BaseUrl))
                    .Concat(Promise(e.Subject, "the token URL", Plain(e.Old.TokenUrl), Plain(e.New.TokenUrl)))
            );

    private static Located<string>? Plain(Located<string>? url) =>
        url is null ? null : url with { Value = url.Value.TrimEnd('/') };
}
