using Conformance.Simulator.Access;
using Conformance.Simulator.Errors;
using Conformance.Simulator.Faults;
using Conformance.Simulator.Http;
using Conformance.Simulator.Idempotency;
using Conformance.Simulator.Json;
using Conformance.Simulator.Limits;
using Conformance.Simulator.Resources;
using Conformance.Simulator.States;
using Conformance.Simulator.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Simulator;

/// <summary>Everything one simulator knows and remembers. Each part guards itself against simultaneous requests.</summary>
internal sealed class SimulatorWorld
{
    public SimulatorWorld(IntegrationSpecification specification, SimulatorOptions options, FaultSet faults)
    {
        Specification = specification;
        Options = options;
        Faults = faults;
        Clock = new(options.TimeProvider, options.TimeScale);
        Schemas = new(specification);
        Inspector = new(Schemas);
        Values = new(Schemas, Clock);
        Catalogue = new(specification);
        Refusals = new(specification, Catalogue, new ErrorWriter(specification, Values, Clock));
        Tokens = new(Clock, options.Seed);
        Gatekeeper = new(specification, options, Tokens, faults, Clock);
        Limits = new(specification, options);
        Keys = new(Clock);
        States = new(specification, options, Catalogue);
        RequestIds = new(specification, Inspector);
        Resources = new(this);
        Webhooks = new(this);
        Registrations = new(this);
    }

    public IntegrationSpecification Specification { get; }

    public SimulatorOptions Options { get; }

    public FaultSet Faults { get; }

    public SimulatedClock Clock { get; }

    public SchemaIndex Schemas { get; }

    public SchemaInspector Inspector { get; }

    public ValueGenerator Values { get; }

    public ErrorCatalogue Catalogue { get; }

    public Refusals Refusals { get; }

    public TokenStore Tokens { get; }

    public Gatekeeper Gatekeeper { get; }

    public LimitLedger Limits { get; }

    public KeyLedger Keys { get; }

    public StateBook States { get; }

    public RequestIds RequestIds { get; }

    public ResourceDesk Resources { get; }

    public WebhookDesk Webhooks { get; }

    public RegistrationDesk Registrations { get; }
}
