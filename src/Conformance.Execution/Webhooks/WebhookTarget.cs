using System.Security.Cryptography;
using Conformance.Execution.Credentials;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Deliveries;
using Conformance.Specification.Model;

namespace Conformance.Execution.Webhooks;

/// <summary>How the target of a run learns where deliveries go, and with which secret they are signed.</summary>
/// <param name="Registration">The way.</param>
/// <param name="IsAsked">Whether somebody asked for it, in the environment or on the command line.</param>
/// <param name="SecretVariable">Name of the configured value that holds the secret.</param>
/// <param name="Secret">The secret; null when nothing is signed, or when the answer to the registration tells it.</param>
internal sealed record WebhookTarget(
    WebhookRegistration Registration,
    bool IsAsked,
    string SecretVariable,
    string? Secret
)
{
    /// <summary>The state that a target is put into where its environment says nothing else.</summary>
    public const string DefaultState = "webhooks are delivered";

    private const string DefaultVariable = "WEBHOOK_SECRET";

    /// <summary>Finds the way; null when nothing tells the target where deliveries go.</summary>
    /// <exception cref="TargetConfigurationException">A secret is needed and missing.</exception>
    public static WebhookTarget? Of(IntegrationSpecification specification, ExecutionOptions options, bool hasStates)
    {
        var declared = options.Environment?.Webhooks;
        var isNamed = options.WebhookUrl is not null || options.WebhookListen is not null;
        WebhookRegistration? way =
            declared
            ?? (
                // Many handlers answer 200 to any state: only who is known to take it, or was promised to, is asked.
                hasStates && (isNamed || options.TakesWebhookState)
                    ? new WebhookRegistration.ProviderState
                    {
                        State = new(DefaultState, SourceLocation.None),
                        Location = SourceLocation.None,
                    }
                : isNamed ? new WebhookRegistration.Preconfigured { Location = SourceLocation.None }
                : null
            );
        if (way is null)
        {
            return null;
        }

        var variable =
            new[] { way.Secret?.Value, specification.Webhooks?.SecretKey?.Value }
                .OfType<string>()
                .SelectMany(Placeholder.NamesIn)
                .FirstOrDefault()
            ?? DefaultVariable;
        return new(way, declared is not null || isNamed, variable, SecretFor(way, variable, specification, options));
    }

    /// <summary>Why cases about deliveries are skipped where nothing tells the target where they go.</summary>
    public static Obstacle NotConfigured(ExecutionOptions options) =>
        new(
            ObstacleKind.NotConfigured,
            "Nothing tells the target where deliveries go. If it knows an address already, pass --webhook-listen or "
                + $"--webhook-url and set {DefaultVariable}; else declare environments.{options.Environment?.Name.Value ?? "<name>"}.webhooks, "
                + $"whose registration may be the provider state '{DefaultState}', with params url, secret and events.",
            null
        );

    private static string? SecretFor(
        WebhookRegistration way,
        string variable,
        IntegrationSpecification specification,
        ExecutionOptions options
    )
    {
        if (options.Configuration.TryGetValue(variable, out var configured) && configured.Length > 0)
        {
            return configured;
        }

        var security = specification.Webhooks?.Security;
        return way switch
        {
            WebhookRegistration.Request { SecretField: not null } => null,
            WebhookRegistration.Preconfigured
                when security is not null && DeliveryHeaders.SignatureOf(security) is { } header =>
                throw new TargetConfigurationException(
                    $"The secret of the webhooks is missing, so {header} could not be checked: set {variable} in the environment or the secrets file to the one the target signs with."
                ),
            WebhookRegistration.Preconfigured => null,
            _ => MadeUp(security),
        };
    }

    private static string MadeUp(WebhookSecurity? security)
    {
        var bytes = RandomNumberGenerator.GetBytes(32);
        return security?.Scheme is WebhookScheme.StandardWebhooks or WebhookScheme.Stripe
            ? $"whsec_{Convert.ToBase64String(bytes)}"
            : Convert.ToHexStringLower(bytes);
    }
}
