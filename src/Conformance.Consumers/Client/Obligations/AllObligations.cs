using System.Collections.Immutable;
using Conformance.Consumers.Client.Judging;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>Every obligation there is. A new one is one file and one line here.</summary>
internal static class AllObligations
{
    private static readonly ImmutableArray<Obligation> All =
    [
        new CallsAreDeclared(),
        new RequiredHeadersAreSent(),
        new ContentTypeIsDeclared(),
        new RequestIdIsFresh(),
        new BodiesMatchSchema(),
        new TokenRequestsAreAsDeclared(),
        new SecretsStayOutOfUrls(),
        new TokenIsCached(),
        new TokenIsRefreshedInTime(),
        new ShortTokensCauseNoStorm(),
        new MissingLifetimeIsHandled(),
        new RefreshIsSingle(),
        new TokenRequestIsRetried(),
        new RefusedClientStops(),
        new UnknownTokenMembersAreIgnored(),
        new UnauthorizedIsRefreshedOnce(),
        new PersistentUnauthorizedEnds(),
        new RefusalIsNotRepeated(),
        new UnknownStatusIsTreatedAsItsClass(),
        new ConflictIsReconciled(),
        new RetryAfterIsHonoured(),
        new RetryAfterDateIsUnderstood(),
        new UnreadableRetryAfterIsSurvived(),
        new UnavailableRetryAfterIsHonoured(),
        new PausesGrow(),
        new AttemptsAreBounded(),
        new OwnLimitIsKept(),
        new QuotaIsHeeded(),
        new KeyIsKeptOnRetry(),
        new NewOperationHasNewKey(),
        new KeyIsHardToGuess(),
        new UnkeyedRequestIsNotRepeated(),
        new UnknownMembersAreIgnored(),
        new SlowAnswersAreAwaited(),
        new UnseenDutiesAreAttested(),
        new DutiesOutOfSight(),
    ];

    /// <summary>The cases of a specification.</summary>
    public static ImmutableArray<ClientCase> CasesFor(IntegrationSpecification specification) =>
        [.. All.SelectMany(o => o.CasesFor(specification))];
}
