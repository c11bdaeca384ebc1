using System.Security.Cryptography.X509Certificates;
using Conformance.Execution.Courtesy;
using Conformance.Execution.Credentials;
using Conformance.Execution.Http;
using Conformance.Execution.Ledger;
using Conformance.Execution.Secrets;
using Conformance.Execution.States;
using Conformance.Execution.Steps;
using Conformance.Execution.Webhooks;
using Conformance.Specification.Model;

namespace Conformance.Execution;

/// <summary>The parts of a session and how they depend on each other: the one place where they are put together.</summary>
internal sealed class SessionParts : IDisposable
{
    private readonly ExchangeClient client;
    private readonly ClientCertificates certificates;
    private readonly ClientCertificates secondCertificates;
    private readonly TargetClock clock;

    private SessionParts(IntegrationSpecification specification, ExecutionOptions options, TimeProvider time)
    {
        var addresses = new TargetAddresses(specification, options);
        var authentication = specification.Authentication;
        var server = new ServerCertificate(TrustedAuthorities.Of(options));
        Mask = MaskFor(specification, options);
        var second = new SecondClient(authentication, options);
        certificates = new ClientCertificates(authentication, options, time);
        secondCertificates = new ClientCertificates(authentication, second.Options, time);
        client = new ExchangeClient(
            options,
            identity =>
                options.Handler is { } handler
                    ? new OrdinaryUrls(handler)
                    : TransportFactory.Create(options.RequestTimeout, server, CertificateFor(identity)),
            time
        );
        Allowance = new RequestAllowance(options.MaxRequests);
        var channel = new TargetChannel(
            client,
            Allowance,
            new ReadOnlyGuard(options, addresses.Token),
            new CircuitBreaker(time),
            options.Nonce
        );
        clock = new TargetClock(time, options, addresses.TestClock, channel);
        var tokenRequests = new TokenRequest(authentication?.TokenEndpoint, addresses.Token, options, Mask);
        var tokenAnswers = new TokenAnswer(authentication?.TokenEndpoint?.ExpiresIn?.Value, Mask);
        var source = SourceFor(options, tokenRequests, certificates);
        var attacher = new CredentialAttacher(
            source,
            SourceFor(
                second.Options,
                new TokenRequest(authentication?.TokenEndpoint, addresses.Token, second.Options, Mask),
                secondCertificates
            ),
            new CredentialPlacement(authentication),
            new JwtForger(authentication?.Jwt, options, clock),
            Mask,
            authentication?.Type.Value is AuthenticationType.MutualTls
        );
        Desk = new DeliveryDesk(
            time,
            specification.Webhooks?.Retry?.SuccessTimeout is { } timeout ? clock.Real(timeout) : null
        );
        var wait = new JointWait(clock);
        var courtesy = new RateCourtesy(specification, options, clock, wait, time);
        var ledger = new CreationLedger();
        var composer = new RequestComposer(addresses, new RunValues(RunId, options.Seed), options);
        var sender = new RequestSender(
            attacher,
            tokenRequests,
            new CourteousSender(tokenAnswers, courtesy, channel, ledger, Desk)
        );
        var send = new SendStep(composer, sender, clock, specification);
        States = new ProviderStates(options, addresses.ProviderStates, channel, Mask, time);
        Webhooks = new WebhookSession(
            specification,
            options,
            addresses.ProviderStates is not null,
            new WebhookRegistrar(channel, addresses.ProviderStates, composer, sender, Mask),
            clock,
            Desk,
            Mask,
            time
        );
        var patience = new DeliveryPatience();
        var scripts = new AnswerDeliveriesStep(Webhooks, wait);
        var scripted = new ScriptedDeliveries(Webhooks, patience, wait, clock, options, time);
        Companions = new Companions(wait, clock);
        var steps = new StepRunner(
            send,
            new SendConcurrentlyStep(composer, sender, send, courtesy, time),
            new SendUntilLimitedStep(composer, sender, send, courtesy, clock, time, new UsedUpLimits()),
            States,
            new PassTimeStep(clock),
            scripts,
            new AwaitDeliveriesStep(Webhooks, patience, scripted, time),
            source
        );
        Cases = new CaseRunner(steps, States, second, Webhooks, scripts, options, Mask, time);
        Planner = new BudgetPlanner(specification, options, addresses);
        Probe = new TargetProbe(specification, addresses, options, courtesy, channel);
        CleanUp = new CleanUp(specification, ledger, composer, sender, addresses, options, Mask, time);

        // Each client has its own tokens; what the token endpoint is, they share.
        ICredentialSource SourceFor(ExecutionOptions of, TokenRequest requests, ClientCertificates presented) =>
            CredentialAttacher.SourceFor(
                authentication,
                of,
                clock,
                presented,
                new TokenEndpointClient(requests, tokenAnswers, authentication?.Refresh, channel, clock, time)
            );
    }

    /// <summary>Unique id of the run.</summary>
    public Guid RunId { get; } = Guid.NewGuid();

    /// <summary>Masks secrets.</summary>
    public SecretMask Mask { get; }

    /// <summary>Counts requests.</summary>
    public RequestAllowance Allowance { get; }

    /// <summary>Enters and leaves states.</summary>
    public ProviderStates States { get; }

    /// <summary>Carries out cases.</summary>
    public CaseRunner Cases { get; }

    /// <summary>Receives deliveries.</summary>
    public WebhookSession Webhooks { get; }

    /// <summary>Keeps them.</summary>
    public DeliveryDesk Desk { get; }

    /// <summary>The cases that wait for attempts.</summary>
    public Companions Companions { get; }

    /// <summary>Works out budgets.</summary>
    public BudgetPlanner Planner { get; }

    /// <summary>Looks whether the target is there.</summary>
    public TargetProbe Probe { get; }

    /// <summary>Removes what was created.</summary>
    public CleanUp CleanUp { get; }

    /// <summary>Puts the parts together.</summary>
    public static SessionParts Assemble(
        IntegrationSpecification specification,
        ExecutionOptions options,
        TimeProvider time
    ) => new(specification, options, time);

    /// <inheritdoc />
    public void Dispose()
    {
        client.Dispose();
        certificates.Dispose();
        secondCertificates.Dispose();
        clock.Dispose();
        Companions.Dispose();
    }

    private X509Certificate2? CertificateFor(ClientIdentity identity) =>
        identity is ClientIdentity.Second
            ? secondCertificates.For(ClientIdentity.Configured)
            : certificates.For(identity);

    private static SecretMask MaskFor(IntegrationSpecification specification, ExecutionOptions options)
    {
        var mask = SecretMask.Of(specification, options.Configuration);
        foreach (var secret in new[] { options.ProviderStatesUrl, options.TestClockUrl }.SelectMany(UrlSecrets.In))
        {
            mask.Add("the query of --provider-states or --test-clock", secret);
        }

        return mask;
    }
}
