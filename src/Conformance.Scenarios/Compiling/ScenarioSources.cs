using System.Collections.Immutable;
using Conformance.Scenarios.Exploration;
using Conformance.Scenarios.Kinds.AuthRefresh;
using Conformance.Scenarios.Kinds.Declared;
using Conformance.Scenarios.Kinds.EdgeCases;
using Conformance.Scenarios.Kinds.HappyPath;
using Conformance.Scenarios.Kinds.Idempotency;
using Conformance.Scenarios.Kinds.RateLimit;
using Conformance.Scenarios.Kinds.Sequences;
using Conformance.Scenarios.Kinds.ValidationErrors;
using Conformance.Scenarios.Kinds.Webhooks;
using Conformance.Scenarios.Kinds.WholeRun;

namespace Conformance.Scenarios.Compiling;

/// <summary>Every situation there is, in the order of the compiled list. A new situation is one file and one line here.</summary>
internal static class ScenarioSources
{
    /// <summary>The list.</summary>
    public static ImmutableArray<IScenarioSource> All { get; } =
    [
        new DeclaredScenarios(),
        new SequencesAreKept(),
        new ValidRequestSucceeds(),
        new CreatedResourceIsReadBack(),
        new LocationLeadsToResource(),
        new CreatedResourceStays(),
        new CreatedResourceStartsAsDeclared(),
        new CreatedResourceIsListed(),
        new SearchFindsMatches(),
        new SearchFindsNothingElse(),
        new PagesAreCut(),
        new PagesJoinUp(),
        new ListKeepsItsOrder(),
        new ComputedFieldsAgree(),
        new UpdateChangesResource(),
        new UpdateChangesNothingElse(),
        new TransitionMovesState(),
        new TransitionMovesNothingElse(),
        new DeletedResourceIsGone(),
        new DeleteRemovesOne(),
        new BodyFieldsAreChecked(),
        new OptionalFieldIsAlone(),
        new EveryWrongFieldIsNamed(),
        new BodyIsOversized(),
        new BodyIsNoJson(),
        new BodyIsUnusualJson(),
        new ContentTypeIsWrong(),
        new HeadersAreChecked(),
        new QueryParametersAreChecked(),
        new UnknownResourceIsNotFound(),
        new RefusedCreationMakesNothing(),
        new FailureLeavesNothingBehind(),
        new RefusedTransitionChangesNothing(),
        new RefusedUpdateChangesNothing(),
        new UndeclaredPathsAndMethods(),
        new GeneralMethodsAreAnswered(),
        new RepresentationIsNegotiated(),
        new ResponseFieldsAreNotTakenOver(),
        new TextIsKeptAsSent(),
        new SameRequestIsReplayed(),
        new ReplayMakesNothing(),
        new OtherPayloadConflicts(),
        new ConcurrentRequestsMakeOne(),
        new KeysAreToldApart(),
        new SimilarKeysAreToldApart(),
        new KeysArePerClient(),
        new KeysArePerOperation(),
        new MalformedKeyIsRefused(),
        new RefusalLeavesKeyFree(),
        new ReplayNeedsPermission(),
        new HeadersTellTheLimit(),
        new LimitIsUsedUp(),
        new CredentialIsDemanded(),
        new CredentialComesFirst(),
        new RefusedCallerChangesNothing(),
        new OthersResourcesAreHidden(),
        new SchemeIgnoresCase(),
        new JwtIsVerified(),
        new ScopeIsDemanded(),
        new TokenIsIssued(),
        new TokenScopes(),
        new TokenIsRefused(),
        new TokenRequestIsAPostedForm(),
        new ClientUsesBasic(),
        new TokenExpires(),
        new TokenIsReusedAndRenewed(),
        new EventFollowsTrigger(),
        new NothingElseIsDelivered(),
        new FailedDeliveryIsRetried(),
        new ExploredPayloads(),
        new ExploredSequences(),
        new LimitHeadersOverTheRun(),
        new IdsOverTheRun(),
        new AnswersOverTheRun(),
        new DeliveriesOverTheRun(),
    ];
}
