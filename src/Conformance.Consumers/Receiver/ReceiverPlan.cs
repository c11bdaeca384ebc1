using System.Collections.Immutable;
using Conformance.Consumers.Receiver.Cases;
using Conformance.Consumers.Receiver.Deliveries;
using Conformance.Consumers.Receiver.Signing;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Receiver;

/// <summary>What is going to be certified: made from the specification and the options alone, without sending anything.</summary>
internal sealed record ReceiverPlan
{
    private ReceiverPlan() { }

    /// <summary>What was asked for.</summary>
    public required ReceiverOptions Options { get; init; }

    /// <summary>The contract.</summary>
    public required IntegrationSpecification Specification { get; init; }

    /// <summary>How and where deliveries go.</summary>
    public required SigningSetup Signing { get; init; }

    /// <summary>The shared secret; null where deliveries are not signed.</summary>
    public required string? Secret { get; init; }

    /// <summary>The events that are delivered; never empty.</summary>
    public required ImmutableArray<string> Events { get; init; }

    /// <summary>The section.</summary>
    public Webhooks Webhooks => Specification.Webhooks!;

    /// <summary>Makes events.</summary>
    public WebhookEventMaker Maker => new(Specification, Options.Seed);

    /// <summary>Its cases.</summary>
    /// <param name="margin">How far a moment must be from a bound to be on one side of it.</param>
    public ImmutableArray<ReceiverCase> Cases(TimeSpan margin) =>
        ReceiverCases.Of(
            new ReceiverContext
            {
                Webhooks = Webhooks,
                Scheme = Signing.Scheme,
                Events = Events,
                Margin = margin,
                Maker = Maker,
                Sentences = new ReceiverSentences(Webhooks),
            }
        );

    /// <summary>Reads the specification, and what the options say of it.</summary>
    /// <param name="options">What is asked for.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static Attempt<ReceiverPlan> Make(ReceiverOptions options, CancellationToken cancellationToken)
    {
        var loading = SpecificationSource.Load(options.Specification, cancellationToken);
        if (!loading.Succeeded)
        {
            return loading.Refusal;
        }

        var specification = loading.Value.Specification!;
        if (specification.Webhooks is not { } webhooks)
        {
            return Refusal.Configuration(
                $"The specification '{options.Specification}' has no section 'webhooks', so there is nothing to deliver.",
                "Declare the events that the provider delivers."
            );
        }

        var events = EventsOf(webhooks, options);
        if (!events.Succeeded)
        {
            return events.Refusal;
        }

        if (webhooks.Security is not { } security)
        {
            return Plan(options, specification, events.Value, new(options.Url, null, []), null);
        }

        var scheme = SchemeChoice.Of(security);
        var secret = SecretOf(options, scheme.Value);
        return !scheme.Succeeded ? scheme.Refusal
            : !secret.Succeeded ? secret.Refusal
            : Plan(
                options,
                specification,
                events.Value,
                new(options.Url, scheme.Value, scheme.Value.Key(secret.Value)),
                secret.Value
            );
    }

    private static ReceiverPlan Plan(
        ReceiverOptions options,
        IntegrationSpecification specification,
        string[] events,
        SigningSetup signing,
        string? secret
    ) =>
        new()
        {
            Options = options,
            Specification = specification,
            Signing = signing,
            Secret = secret,
            Events = [.. events],
        };

    private static Attempt<string[]> EventsOf(Webhooks webhooks, ReceiverOptions options)
    {
        string[] declared =
        [
            .. webhooks.Events.Select(e => e.Name.Value).Concat(webhooks.Subscriptions.Select(s => s.Value)).Distinct(),
        ];
        var unknown = options.Events.FirstOrDefault(e => !declared.Contains(e, StringComparer.Ordinal));
        return unknown is not null
                ? Refusal.Configuration(
                    $"The specification declares no event '{unknown}'.",
                    $"It declares {string.Join(", ", declared)}."
                )
            : declared.Length == 0
                ? Refusal.Configuration("The section 'webhooks' declares no events, so there is nothing to deliver.")
            : options.Events.IsEmpty ? declared
            : [.. options.Events];
    }

    private static Attempt<string> SecretOf(ReceiverOptions options, DeliveryScheme? scheme)
    {
        if (options.SecretVariable is not { } name)
        {
            return Refusal.Configuration(
                "Deliveries are signed, and no secret is named.",
                "Name the environment variable that holds it: --secret-env NAME."
            );
        }

        if (options.Variables.GetValueOrDefault(name) is not { Length: > 0 } secret)
        {
            return Refusal.Configuration(
                $"The environment variable {name} (--secret-env) is not set.",
                "Set it to the secret that the receiver verifies signatures with."
            );
        }

        return scheme?.DefectOf(secret) is { } defect
            ? Refusal.Configuration($"The secret in {name} cannot be used: {defect}.")
            : secret;
    }
}
