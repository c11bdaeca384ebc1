using System.Collections.Immutable;
using System.Globalization;
using Conformance.Consumers.Receiver.Cases;
using Conformance.Consumers.Receiver.Deliveries;
using Conformance.Consumers.Receiver.Effects;
using Conformance.Consumers.Receiver.Judging;
using Conformance.Execution.Http;
using Conformance.Execution.Recording;

namespace Conformance.Consumers.Receiver.Carrying;

/// <summary>Carries cases out, one after the other: an effect could not be told from that of a case beside it.</summary>
/// <param name="setup">Scheme, secret and address.</param>
/// <param name="maker">Makes events.</param>
/// <param name="sender">Sends.</param>
/// <param name="watch">Sees effects; null where none can be seen.</param>
/// <param name="limits">What is asked of answers.</param>
/// <param name="time">The run's clock.</param>
internal sealed class ReceiverCaseRunner(
    SigningSetup setup,
    WebhookEventMaker maker,
    PlainSender sender,
    EffectWatch? watch,
    AnswerLimits limits,
    TimeProvider time
)
{
    // A receiver that limits its senders is no worse a receiver; one that always does cannot be tested.
    private const int MostThrottled = 3;
    private static readonly TimeSpan LongestThrottle = TimeSpan.FromSeconds(60);

    /// <summary>Carries out one case. Whatever the receiver does ends up in the record.</summary>
    /// <param name="of">The case.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<ReceiverRecord> RunAsync(ReceiverCase of, CancellationToken cancellationToken)
    {
        var (startedAt, started) = (time.GetUtcNow(), time.GetTimestamp());
        var room = new Room(new DeliveryWriter(maker, setup, time));
        var obstacle = of.IsAboutEffects && watch is null ? NoProbe : null;
        try
        {
            room.Before = obstacle is null ? await BeforeAsync(of, room, cancellationToken) : 0;
            foreach (var step in obstacle is null ? of.Steps : [])
            {
                obstacle = await TakeAsync(step, room, cancellationToken);
                if (obstacle is not null)
                {
                    break;
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            obstacle = new(ObstacleKind.RunLimit, "The run was cancelled.", null);
        }

        var record = new CaseRecord
        {
            Case = of.Case,
            Exchanges = [.. room.Exchanges],
            Obstacle = obstacle,
            Notes = [.. room.Notes],
            StartedAt = startedAt,
            Duration = time.GetElapsedTime(started),
        };
        return new(of, record, room.Readings.ToImmutableDictionary());
    }

    private static Obstacle NoProbe { get; } =
        new(
            ObstacleKind.ArrangementFailed,
            "Effects are not observed; name an address where they can be seen: --probe URL.",
            null
        );

    private async Task<int> BeforeAsync(ReceiverCase of, Room room, CancellationToken cancellationToken)
    {
        if (watch is null or { Probe.IsAboutOne: true } || !of.Steps.OfType<ReceiverStep.LookForEffects>().Any())
        {
            return 0;
        }

        var any = of.Steps.OfType<ReceiverStep.Deliver>().First().Delivery;
        return (await watch.ReadAsync([room.Writer.EventOf(any)], 0, cancellationToken)).Count ?? 0;
    }

    private Task<Obstacle?> TakeAsync(ReceiverStep step, Room room, CancellationToken cancellationToken) =>
        step switch
        {
            ReceiverStep.Deliver deliver => DeliverAsync(deliver, room, cancellationToken),
            ReceiverStep.LookForEffects look => LookAsync(look, room, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Not a step."),
        };

    private async Task<Obstacle?> DeliverAsync(
        ReceiverStep.Deliver step,
        Room room,
        CancellationToken cancellationToken
    )
    {
        for (var throttled = 0; ; throttled++)
        {
            Delivery[] deliveries = [step.Delivery, .. step.Beside];
            var requests = deliveries.Select(room.Writer.Write).ToArray();
            var exchanges =
                requests.Length == 1 && step.Delivery.Pause is { } pause
                    ? [await sender.SendInPiecesAsync(requests[0], step.Name, pause, cancellationToken)]
                : requests.Length == 1 ? [await sender.SendAsync(requests[0], step.Name, cancellationToken)]
                : await sender.SendTogetherAsync(requests, step.Name, cancellationToken);
            if (exchanges.All(e => e.Response?.Status != 429) || throttled == MostThrottled)
            {
                room.Add(exchanges.Select(e => e with { Throttled = throttled }));
                return ObstacleOf(step, exchanges);
            }

            var wait = WaitToldBy(exchanges);
            room.Notes.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"step {step.Name}: answered 429, repeated after {wait.TotalSeconds:0.#} s"
                )
            );
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    private Obstacle? ObstacleOf(ReceiverStep.Deliver step, ImmutableArray<Exchange> exchanges)
    {
        var silent = exchanges.FirstOrDefault(e =>
            e.Failure?.Kind
                is TransportFailureKind.Unreachable
                    or TransportFailureKind.Tls
                    or TransportFailureKind.Cancelled
        );
        if (silent is not null)
        {
            return new(
                silent.Failure!.Kind is TransportFailureKind.Cancelled
                    ? ObstacleKind.RunLimit
                    : ObstacleKind.TargetUnreachable,
                silent.Failure.Message,
                step.Name
            );
        }

        if (exchanges.FirstOrDefault(e => e.Response?.Status == 429) is not null)
        {
            return new(
                ObstacleKind.RunLimit,
                "The receiver limits its senders (429) and would not let this one through.",
                step.Name
            );
        }

        if (!step.IsControl || exchanges.All(e => AnswerJudging.IsAccepted(e, limits)))
        {
            return null;
        }

        return new(
            ObstacleKind.ArrangementFailed,
            $"The receiver did not accept a valid delivery ({AnswerJudging.Answer(exchanges[0])}), so the rest shows nothing.",
            step.Name
        );
    }

    private async Task<Obstacle?> LookAsync(
        ReceiverStep.LookForEffects step,
        Room room,
        CancellationToken cancellationToken
    )
    {
        if (watch is not null)
        {
            room.Readings[step.Name] = await watch.AwaitAsync(
                [.. step.Events.Select(room.Writer.EventOf)],
                step.Count,
                room.Before,
                cancellationToken
            );
        }

        return null;
    }

    private static TimeSpan WaitToldBy(ImmutableArray<Exchange> exchanges)
    {
        var told = exchanges.Select(e => e.Response?.Header("Retry-After")).FirstOrDefault(h => h is not null);
        return
            int.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && TimeSpan.FromSeconds(seconds) < LongestThrottle
            ? TimeSpan.FromSeconds(Math.Max(1, seconds))
            : TimeSpan.FromSeconds(1);
    }

    // What one case has so far.
    private sealed class Room(DeliveryWriter writer)
    {
        public DeliveryWriter Writer => writer;

        public int Before { get; set; }

        public List<Exchange> Exchanges { get; } = [];

        public List<string> Notes { get; } = [];

        public Dictionary<string, ProbeReading> Readings { get; } = [];

        public void Add(IEnumerable<Exchange> exchanges) =>
            Exchanges.AddRange(exchanges.Select((e, i) => e with { Index = Exchanges.Count + i }).ToArray());
    }
}
