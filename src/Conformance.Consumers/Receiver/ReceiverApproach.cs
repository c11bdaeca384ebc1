using Conformance.Consumers.Receiver.Deliveries;
using Conformance.Consumers.Receiver.Effects;
using Conformance.Execution.Http;
using Conformance.Execution.Recording;
using Conformance.Execution.Secrets;

namespace Conformance.Consumers.Receiver;

/// <summary>Looks whether the receiver and the probe are there, before anything is delivered.</summary>
/// <param name="plan">What is certified.</param>
/// <param name="sender">Sends.</param>
internal sealed class ReceiverApproach(ReceiverPlan plan, PlainSender sender)
{
    /// <summary>Asks the endpoint for any answer.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<(Exchange? Answered, Refusal? Refusal)> LookForEndpointAsync(CancellationToken cancellationToken)
    {
        var url = plan.Options.Url;
        sender.Require(url, "receiver's URL");
        var exchange = await sender.SendAsync(
            new RecordedRequest("GET", url, [], default, null),
            "look",
            cancellationToken
        );
        cancellationToken.ThrowIfCancellationRequested();
        return exchange.Failure is { } failure
            ? (
                null,
                new Refusal(RefusalKind.Unreachable, $"The receiver gave no usable answer: {failure.Message}.")
                {
                    Fix = $"Is it running, and is --url {url} right?",
                }
            )
            : (exchange, null);
    }

    /// <summary>Asks the probe about an event that never happened.</summary>
    /// <param name="probe">The probe.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<Refusal?> LookForProbeAsync(EffectProbe probe, CancellationToken cancellationToken)
    {
        var unheard = plan.Maker.Make(plan.Events[0], null, DateTimeOffset.UnixEpoch);
        if (!Uri.TryCreate(probe.AddressOf(unheard), UriKind.Absolute, out var url) || url.IsFile)
        {
            return Refusal.Configuration(
                $"The probe '{UrlSecrets.Shown(plan.Options.Probe ?? "")}' is not an HTTP URL.",
                "Give one such as http://localhost:8080/effects?event={event_id}."
            );
        }

        sender.Require(url, "probe's URL");
        var reading = await probe.ReadAsync(unheard, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return reading switch
        {
            { Count: null } => Refusal.Configuration(
                $"Effects cannot be read: {reading.Problem}.",
                "See --probe and --probe-field."
            ),
            { IsPresence: true } when !probe.IsAboutOne => Refusal.Configuration(
                "Effects cannot be read: the probe's answer is neither a whole number nor a list.",
                "Name the one in it: --probe-field."
            ),
            { Count: > 0 } when probe.IsAboutOne => Refusal.Configuration(
                $"Effects cannot be read: the probe shows {reading.Count} of an event that never happened.",
                "Name the number or list of effects: --probe-field."
            ),
            _ => null,
        };
    }
}
