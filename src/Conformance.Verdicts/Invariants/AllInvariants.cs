using System.Collections.Immutable;

namespace Conformance.Verdicts.Invariants;

/// <summary>Every invariant, by hand: what is not listed here does not exist.</summary>
internal static class AllInvariants
{
    /// <summary>The invariants in the order they are judged.</summary>
    public static ImmutableArray<Invariant> Listed { get; } =
    [
        new StatusIsDeclared(),
        new ContentTypeIsDeclared(),
        new BodyMatchesDeclaredSchema(),
        new ErrorFormatHolds(),
        new ErrorCodeFitsStatus(),
        new DeclaredResponseHeadersArePresent(),
        new RateLimitHeadersArePresent(),
        new RetryAfterIsWellFormed(),
        new RetryAfterAgreesWithBody(),
        new UnauthorizedHasChallenge(),
        new BearerChallengeIsWellFormed(),
        new ChallengeSaysEachThingOnce(),
        new NoServerErrorOnClientFault(),
        new SecretsAreNotEchoed(),
        new NoInternalsInErrorBodies(),
        new MessageIsForPeople(),
        new DateIsWellFormed(),
        new TimestampsAreIso8601(),
        new ErrorTimestampIsCurrent(),
        new CreationTimeIsCurrent(),
        new UpdateIsNotBeforeCreation(),
    ];
}
