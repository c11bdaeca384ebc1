using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Clients know when to give up.</summary>
internal sealed class ClientsGiveUp()
    : AdvisoryRule(
        "SLA-104",
        Severity.Warning,
        "No client timeout is declared",
        "A client without a timeout waits for ever; one that gives up too early repeats what is being done.",
        "add sla.client_timeout, such as 10 seconds"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        if (specification.Environments.IsEmpty || specification.Environments.Any(e => e.Sla?.ClientTimeout is not null))
        {
            yield break;
        }

        var live =
            specification.Environments.FirstOrDefault(e => e.Kind == EnvironmentKind.Production)
            ?? specification.Environments[0];
        yield return Finding(
            live.Sla is { } sla ? Start(sla.Location) : live.Name.Location,
            "no client timeout is declared",
            "sla.client_timeout"
        );
    }
}
