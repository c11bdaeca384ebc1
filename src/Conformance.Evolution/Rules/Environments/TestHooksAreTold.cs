using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Environments;

/// <summary>What tests use of an environment.</summary>
internal sealed class TestHooksAreTold()
    : EvolutionRule(
        "EVO-904",
        "Test hooks of environments are told",
        "Provider states, fixtures and test clocks are for suites; no consumer depends on them in operation, but test set-ups do."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair) =>
        EnvironmentPairs
            .Of(pair)
            .SelectMany(e =>
                new[]
                {
                    Agreement(
                        e.Subject,
                        "the URL of provider states",
                        e.Old.ProviderStatesUrl,
                        e.New.ProviderStatesUrl
                    ),
                    Agreement(e.Subject, "the URL of the test clock", e.Old.TestClockUrl, e.New.TestClockUrl),
                    Agreement(
                        e.Subject,
                        "the time scale",
                        In<decimal>(e.Old.TimeScale, e.Old.Location),
                        In<decimal>(e.New.TimeScale, e.New.Location)
                    ),
                    Agreement(e.Subject, "what the fixtures are", Fixtures(e.Old), Fixtures(e.New)),
                }
                    .SelectMany(c => c)
                    .Select(c => c with { Impacts = Impacts.OnNobody })
            );

    private static Located<string>? Fixtures(TargetEnvironment environment) =>
        environment.Fixtures.IsEmpty
            ? null
            : In(
                string.Join(
                    "; ",
                    environment
                        .Fixtures.OrderBy(f => f.State.Value, StringComparer.Ordinal)
                        .Select(f =>
                            $"{f.State.Value}: {string.Join(", ", f.Values.Select(v => $"{v.Key}={v.Value.GetRawText()}"))}"
                        )
                ),
                environment.Fixtures[0].State.Location
            );
}
