using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>What traffic cannot show (STANDARDS CLI-34): named, so that nobody takes it for certified.</summary>
internal sealed class UnseenDutiesAreAttested : Obligation
{
    public override IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification) =>
        (specification.Authentication?.SecurityRequirements ?? [])
            .Where(r => !r.Value.Contains("cach", StringComparison.OrdinalIgnoreCase))
            .Select(
                (requirement, index) =>
                    Case(
                        ScenarioKind.AuthRefresh,
                        $"attested/{index + 1}",
                        requirement.Value,
                        Demand.Advice(
                            $"security_requirements.{index + 1}",
                            $"The consumer SHOULD keep to: {requirement.Value}.",
                            requirement.Location,
                            "CLI-34"
                        ),
                        [],
                        _ => new Ruling.DoesNotApply("cannot be seen in traffic on loopback: to be attested")
                    )
            );
}
