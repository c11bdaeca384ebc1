using System.Collections.Immutable;

namespace Conformance.Specification.Rules;

/// <summary>All rules, in the order of their ids. A new rule is a new file and a line here.</summary>
internal static class LintRules
{
    public static ImmutableArray<LintRule> All { get; } =
    [
        new VersionsAreSemantic(),
        new PlaceholdersAreFilled(),
        new StatusIsKnown(),
        new UrlsAreHttps(),
        new SecretsArePlaceholders(),
        new TokensOutliveTheirThreshold(),
        new OperationsDeclareSuccess(),
        new ExamplesFitTheirSchemas(),
        new FormatsAreRegistered(),
        new PathParametersAreDeclared(),
        new LimitsNameOperations(),
        new TotalsFollowFromItems(),
        new FormatsAreStandard(),
        new AlphanumericsAreClear(),
        new PatternsSurviveQuotes(),
        new ErrorCodesAreCatalogued(),
        new ErrorCodesKeepTheirStatus(),
        new CataloguedCodesAreReturned(),
        new ErrorExamplesAreComplete(),
        new CataloguedStatusesAreDeclared(),
        new RetryStrategiesAreReadable(),
        new RetriesAreBounded(),
        new ReplayAndConflictAgree(),
        new IdempotencyAnswersAreDeclared(),
        new LimitedResponsesSayWhenToRetry(),
        new BurstsAreUnambiguous(),
        new TimestampsAreSigned(),
        new SubscribedEventsHavePayloads(),
        new SchemasAreEnforceable(),
        new ExpectedStatusesAreDeclared(),
        new EnvironmentsAreReachable(),
        new EnvironmentsAreDescribed(),
    ];
}
