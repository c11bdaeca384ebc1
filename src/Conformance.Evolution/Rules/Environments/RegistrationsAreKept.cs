using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Environments;

/// <summary>Consumers register for deliveries as they did.</summary>
internal sealed class RegistrationsAreKept()
    : EvolutionRule(
        "EVO-909",
        "Registration for webhooks is kept",
        "Whoever registers by the old request is told nothing."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair) =>
        EnvironmentPairs
            .Of(pair)
            .SelectMany(e => Promise(e.Subject, "the way to register for webhooks", Words(e.Old), Words(e.New)));

    private static Located<string>? Words(TargetEnvironment environment) =>
        environment.Webhooks switch
        {
            WebhookRegistration.Request request => In(
                $"{request.Method} {request.Path.Value} {request.Body.GetRawText()}",
                request.Location
            ),
            WebhookRegistration.ProviderState state => In($"provider state {state.State.Value}", state.Location),
            WebhookRegistration.Preconfigured known => In("by people, beforehand", known.Location),
            _ => null,
        };
}
