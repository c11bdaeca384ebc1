using System.Collections.Immutable;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Scripts;

/// <summary>Every script there is. A new one is one file and one line here.</summary>
internal static class AllScripts
{
    private static readonly ImmutableArray<ClientScript> BeforeErrors =
    [
        new Ordinary(),
        new TokenExpiring(),
        new TokenShortLived(),
        new TokenWithoutLifetime(),
        new TokenExtraMembers(),
        new TokenEndpointDown(),
        new TokenClientRefused(),
        new UnauthorizedOnce(),
        new UnauthorizedAlways(),
    ];

    private static readonly ImmutableArray<ClientScript> AfterErrors =
    [
        new RateLimitedDate(),
        new RateLimitedUnreadable(),
        new UnavailableRetryAfter(),
        new QuotaUsedUp(),
        new UnknownStatus(),
        new Slow(),
        new ResetBeforeProcessing(),
        new ResetAfterProcessing(),
        new ExtraMembers(),
    ];

    /// <summary>The scripts that mean something for a specification, in the order they are told.</summary>
    public static ImmutableArray<ClientScript> Of(IntegrationSpecification specification) =>
        [
            .. BeforeErrors
                .Concat(ErrorCodeScript.Of(specification))
                .Concat(AfterErrors)
                .Where(s => s.LacksIn(specification) is null),
        ];
}
