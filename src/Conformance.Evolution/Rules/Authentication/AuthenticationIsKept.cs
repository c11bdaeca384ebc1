using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Authentication;

/// <summary>Consumers authenticate in the way they did.</summary>
internal sealed class AuthenticationIsKept()
    : EvolutionRule(
        "EVO-401",
        "The way of authenticating is kept",
        "Whoever has credentials of one kind cannot use them for another."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair)
    {
        var (old, now) = (pair.Old.Authentication, pair.New.Authentication);
        return Demand(
            pair.Section("authentication", old?.Location, now?.Location),
            "the way to authenticate",
            Words(old?.Type),
            Words(now?.Type)
        );
    }

    private static Located<string>? Words(Located<AuthenticationType>? type) =>
        type is null
            ? null
            : In(
                type.Value switch
                {
                    AuthenticationType.OAuth2ClientCredentials => "OAuth 2.0 client credentials",
                    AuthenticationType.ApiKey => "API key",
                    AuthenticationType.BearerToken => "bearer token",
                    _ => "mutual TLS",
                },
                type.Location
            );
}
