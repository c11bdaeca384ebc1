using System.Collections.Frozen;
using System.Collections.Immutable;
using Conformance.Scenarios.Expectations;

namespace Conformance.Verdicts.Checks;

/// <summary>Every check, by hand: what is not listed here does not exist.</summary>
internal static class AllChecks
{
    /// <summary>The checks of one exchange.</summary>
    public static ImmutableArray<IExchangeCheck> OfExchanges { get; } =
    [
        new StatusIs(),
        new IsAccepted(),
        new IsAcceptedOrRefused(),
        new ErrorCodeIs(),
        new DetailsName(),
        new BodyHasFields(),
        new FieldIs(),
        new FieldIsNot(),
        new BodyMatches(),
        new ListIsOrdered(),
        new HeaderIs(),
        new CredentialIsTaken(),
        new ChallengeSays(),
        new GrantedScopeIs(),
        new UnknownScopeIsNotGranted(),
        new RateLimitHeadersAre(),
        new RetryAfterIsWithinWindow(),
    ];

    /// <summary>The checks of several exchanges.</summary>
    public static ImmutableArray<ICaseCheck> OfCases { get; } =
    [
        new FieldsAgree(),
        new FieldsDiffer(),
        new FieldRefersTo(),
        new FieldsPersist(),
        new ListContainsOnce(),
        new ListLacks(),
        new OnlyAddition(),
        new PagesJoin(),
        new ExactlyOneResource(),
        new TokenIsReused(),
        new TokenIsRenewed(),
        new TokenLifetimeIs(),
        new LimitIsEnforced(),
        new BurstIsGranted(),
        new IsStillRefused(),
        new RefusalLeftKeyFree(),
        new ListIsAsBefore(),
        new QuotaIsBack(),
        new RateLimitHeadersAreCoherent(),
        new EventIsDelivered(),
        new DeliveryFollowsAnswer(),
        new EventIsDeliveredOnce(),
        new RefusalDeliversNothing(),
        new PayloadMatches(),
        new PayloadAgrees(),
        new DeliveryIsRetried(),
        new DeliveryIsNotRetried(),
        new AttemptsFollowSchedule(),
        new AttemptsShareEventId(),
        new AttemptsTellTheSame(),
        new AttemptsCarrySameBytes(),
        new AttemptsAreStamped(),
        new RedirectIsNotFollowed(),
    ];

    private static readonly FrozenDictionary<Type, IExchangeCheck> ExchangeChecks = OfExchanges.ToFrozenDictionary(c =>
        c.Judges
    );

    private static readonly FrozenDictionary<Type, ICaseCheck> CaseChecks = OfCases.ToFrozenDictionary(c => c.Judges);

    /// <summary>The check of an expectation.</summary>
    /// <param name="expectation">The expectation.</param>
    public static IExchangeCheck For(ExchangeExpectation expectation) => ExchangeChecks[expectation.GetType()];

    /// <summary>The check of an expectation.</summary>
    /// <param name="expectation">The expectation.</param>
    public static ICaseCheck For(CaseExpectation expectation) => CaseChecks[expectation.GetType()];
}
