using System.Collections.Immutable;
using System.Net;
using Conformance.Execution.Recording;
using Conformance.Execution.Secrets;
using Conformance.Execution.States;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Deliveries;
using Conformance.Specification.Model;

namespace Conformance.Execution.Webhooks;

/// <summary>
/// The receiving end of a run: listens once cases need it, tells the target where, and says why not where that does not
/// work out.
/// </summary>
internal sealed class WebhookSession(
    IntegrationSpecification specification,
    ExecutionOptions options,
    bool hasStates,
    WebhookRegistrar registrar,
    TargetClock clock,
    DeliveryDesk desk,
    SecretMask mask,
    TimeProvider time
) : IAsyncDisposable
{
    private static readonly Obstacle NotStarted = new(
        ObstacleKind.Broken,
        "The listener for deliveries was not started before the case.",
        null
    );
    private WebhookTarget? target;
    private Registered registered = new();
    private Obstacle? refusal = NotStarted;

    /// <summary>Keeps what arrives.</summary>
    public DeliveryDesk Desk => desk;

    /// <summary>Receives it; null while nothing listens.</summary>
    public DeliveryListener? Listener { get; private set; }

    /// <summary>The secret that deliveries are signed with; null when there is none or none is known.</summary>
    public string? Secret { get; private set; }

    /// <summary>Why a case must do without the deliveries it needs; null when it has them, or needs none.</summary>
    public Obstacle? Refusal(ContractCase contractCase) => contractCase.ReceivesDeliveries ? refusal : null;

    /// <summary>Listens and tells the target, when one of the cases needs deliveries.</summary>
    /// <exception cref="TargetConfigurationException">What was asked for cannot be; the message says why.</exception>
    public async Task PrepareAsync(IEnumerable<ContractCase> cases, CancellationToken cancellationToken)
    {
        if (specification.Webhooks is not { } webhooks || !cases.Any(c => c.ReceivesDeliveries))
        {
            return;
        }

        target = WebhookTarget.Of(specification, options, hasStates);
        if (target is null || Courtesy.EnvironmentPermission.IsReadOnly(options))
        {
            refusal = WebhookTarget.NotConfigured(options);
            return;
        }

        refusal = await ListenAsync(target, DeliveryFields.Of(webhooks), cancellationToken);
        if (refusal is not null)
        {
            return;
        }

        desk.IsNeeded = true;
        mask.Add("the webhook secret", target.Secret);
        registered = await registrar.RegisterAsync(target, Listener!.PublicUrl, Events, cancellationToken);
        mask.AddIssued("the webhook secret of the target", registered.Secret);
        Secret = registered.Secret ?? target.Secret;
        if (registered.Refusal is { } problem)
        {
            refusal = new(target.IsAsked ? ObstacleKind.StateNotReachable : ObstacleKind.NotConfigured, problem, null);
            await Listener.StopAsync();
        }
    }

    /// <summary>Takes the registration back.</summary>
    /// <returns>What is left behind, in words; null when nothing is.</returns>
    public async Task<string?> EndAsync(CancellationToken cancellationToken) =>
        target is not null && refusal is null
            ? await registrar.UnregisterAsync(target, registered, Listener!.PublicUrl, Events, cancellationToken)
            : null;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Listener is not null)
        {
            await Listener.DisposeAsync();
        }

        Desk.Dispose();
    }

    private ImmutableArray<string> Events
    {
        get
        {
            var webhooks = specification.Webhooks!;
            return
            [
                .. webhooks.Subscriptions.IsEmpty
                    ? webhooks.Events.Select(e => e.Name.Value)
                    : webhooks.Subscriptions.Select(s => s.Value),
            ];
        }
    }

    private async Task<Obstacle?> ListenAsync(
        WebhookTarget way,
        DeliveryFields fields,
        CancellationToken cancellationToken
    )
    {
        var address = AddressFor(way);
        Listener = new DeliveryListener(address, Desk, fields, clock, time);
        try
        {
            await Listener.StartAsync(cancellationToken);
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
        {
            throw new TargetConfigurationException(
                $"Deliveries cannot be listened for on {address}: {e.Message} Choose another address or port with --webhook-listen.",
                e
            );
        }

        if ((options.WebhookUrl ?? Declared(way) ?? Own()) is { } url)
        {
            Listener.PublicUrl = url;
            Listener.TellsPath =
                options.WebhookUrl is null
                && way.Registration is not WebhookRegistration.Preconfigured
                && Declared(way) is null;
            return null;
        }

        var reason =
            $"The target at {options.BaseUrl.Authority} cannot reach the listener for deliveries on {Listener.Address}: "
            + "pass --webhook-url with an address that leads there, a tunnel's for example.";
        return way.IsAsked
            ? throw new TargetConfigurationException(reason)
            : new(ObstacleKind.NotConfigured, reason, null);
    }

    private IPEndPoint AddressFor(WebhookTarget way)
    {
        if (options.WebhookListen is { } text)
        {
            return ListenAddress.Parse(text)
                ?? throw new TargetConfigurationException(
                    $"'{text}' is no address to listen on for --webhook-listen; expected {ListenAddress.Forms}."
                );
        }

        // Somebody told the target a fixed address; nothing but that one will do.
        if (way.Registration is WebhookRegistration.Preconfigured && (options.WebhookUrl ?? Declared(way)) is { } url)
        {
            return url.IsLoopback
                ? new(IPAddress.Loopback, url.Port)
                : throw new TargetConfigurationException(
                    $"The target delivers to {url.Authority}; pass --webhook-listen with the port of this machine that leads there."
                );
        }

        return new(IPAddress.Loopback, 0);
    }

    private Uri? Declared(WebhookTarget way)
    {
        if (way.Registration.Url?.Value is not { } text)
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw new TargetConfigurationException(
                $"environments.{options.Environment?.Name.Value}.webhooks.url is no HTTP URL: '{text}'."
            );
    }

    // A target on this machine reaches whatever listens here; one beyond it reaches an address it can route to.
    private Uri? Own()
    {
        var bound = Listener!.Address;
        var isHere = options.Handler is not null || options.BaseUrl.IsLoopback;
        var isAny = bound.Address.Equals(IPAddress.Any) || bound.Address.Equals(IPAddress.IPv6Any);
        return isAny || IPAddress.IsLoopback(bound.Address)
            ? isHere
                ? new Uri($"http://{new IPEndPoint(isAny ? IPAddress.Loopback : bound.Address, bound.Port)}/webhooks")
                : null
            : new Uri($"http://{bound}/webhooks");
    }
}
