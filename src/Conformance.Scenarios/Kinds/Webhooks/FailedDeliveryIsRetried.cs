using System.Collections.Immutable;
using System.Globalization;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Deliveries;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.Webhooks;

/// <summary>
/// What counts as delivered is not delivered again, and everything else is, at the declared times, with the same event
/// (STANDARDS WHS-05 to WHS-10). One event is tried with all answers; the cases wait for its attempts beside each other.
/// </summary>
internal sealed class FailedDeliveryIsRetried : IScenarioSource
{
    private const string ScriptStep = "script";
    private const string Step = TriggeredEvent.AwaitStep;
    private const double WellWithin = 0.8;
    private const double WellBeyond = 1.2;

    /// <inheritdoc />
    public IEnumerable<ContractCase> Compile(CompilerContext context)
    {
        if (context.Specification.Webhooks is not { Retry: { } retry } webhooks)
        {
            return [];
        }

        var sentences = new WebhookSentences(webhooks);
        if (TriggeredEvent.Simplest(context) is { } of && RetryTimes.Of(retry) is { } times)
        {
            return new Retries(of, times, sentences, DeliveryFields.Of(webhooks).EventId is not null).All();
        }

        var reason = "No case can wait for attempts: the schedule names no times, or no declared call fires an event.";
        foreach (var left in new[] { sentences.Schedule, sentences.Success }.OfType<Requirement>())
        {
            context.Omit(left, reason);
        }

        return [];
    }

    private sealed class Retries(TriggeredEvent of, RetryTimes times, WebhookSentences sentences, bool hasIds)
    {
        public IEnumerable<ContractCase> All() =>
            [
                .. Outage(),
                .. Schedule(),
                .. (sentences.Success is { } success ? BySuccess(success) : []),
                .. Lost(),
                .. Slow(),
            ];

        private IEnumerable<ContractCase> Schedule()
        {
            if (sentences.Schedule is { } schedule)
            {
                yield return Case(
                    "retry-schedule",
                    $"a delivery that always fails is attempted {times.Attempts} times, as scheduled, with the same event",
                    schedule,
                    DeliveryScript.Of(500),
                    step => step with { Attempts = times.Attempts, SeesNoMore = true },
                    [
                        new AttemptsFollowSchedule(schedule, Step, times),
                        .. (
                            hasIds
                                ? [new AttemptsShareEventId(sentences.EventId!, Step)]
                                : Array.Empty<CaseExpectation>()
                        ),
                        .. (
                            sentences.Stamp is { } stamp
                                ? [new AttemptsAreStamped(stamp, Step)]
                                : Array.Empty<CaseExpectation>()
                        ),
                        new AttemptsTellTheSame(sentences.SameEvent, Step),
                        new AttemptsCarrySameBytes(sentences.Bytes, Step),
                    ]
                );
            }
        }

        private IEnumerable<ContractCase> BySuccess(Requirement success)
        {
            yield return Case(
                "retry-until-success",
                "a delivery that failed is repeated until it succeeds, and no longer",
                success,
                DeliveryScript.Of(500, 200),
                step => step with { Attempts = 2, SeesNoMore = true },
                [new DeliveryIsRetried(success, Step, "500"), new DeliveryIsNotRetried(success, Step, 2, "200")]
            );
            foreach (var status in new[] { 200, 202, 204 })
            {
                yield return Case(
                    $"no-retry-after-{Text(status)}",
                    $"a delivery that was answered {Text(status)} is not repeated",
                    success,
                    DeliveryScript.Of(status),
                    step => step with { SeesNoMore = true },
                    [new DeliveryIsNotRetried(success, Step, 1, Text(status))]
                );
            }

            foreach (var status in new[] { 400, 404, 503 })
            {
                yield return Retried(
                    $"retry-after-{Text(status)}",
                    success,
                    DeliveryScript.Of(status, 200),
                    Text(status)
                );
            }

            foreach (var status in new[] { 302, 308 })
            {
                yield return Retried(
                    $"retry-after-{Text(status)}",
                    success,
                    new([new DeliveryAnswer.Redirect(status), new DeliveryAnswer.Status(200)]),
                    Text(status),
                    new RedirectIsNotFollowed(success, Step)
                );
            }
        }

        private IEnumerable<ContractCase> Lost()
        {
            if ((sentences.Guarantee ?? sentences.Success) is not { } requirement)
            {
                yield break;
            }

            yield return Retried(
                "retry-after-broken-connection",
                requirement,
                new([new DeliveryAnswer.Broken(), new DeliveryAnswer.Status(200)]),
                "a connection that broke off"
            );
        }

        // The listener is down for a moment, which would break off what other cases are answered: it comes first.
        private IEnumerable<ContractCase> Outage()
        {
            if ((sentences.Guarantee ?? sentences.Success) is not { } requirement)
            {
                yield break;
            }

            yield return Case(
                "retry-after-outage",
                "an event that happens while the receiver is down is delivered when it is back",
                requirement,
                new([new DeliveryAnswer.Down(), new DeliveryAnswer.Status(200)]),
                step => step,
                [new EventIsDelivered(requirement, Step, EndpointContext.RequestStep)]
            );
        }

        // These hold a connection for long; they come last, for a provider may deliver one after the other.
        private IEnumerable<ContractCase> Slow()
        {
            if (sentences.Success is not { } success || times.Timeout is not { } timeout)
            {
                yield break;
            }

            yield return Case(
                "no-retry-after-slow-success",
                $"a delivery that is answered 200 within {Seconds(timeout)} is not repeated",
                success,
                new([new DeliveryAnswer.Late(timeout * WellWithin, 200)]),
                step => step with { SeesNoMore = true },
                [new DeliveryIsNotRetried(success, Step, 1, $"200 after {Seconds(timeout * WellWithin)}")]
            );
            yield return Retried(
                "retry-after-timeout",
                success,
                new([new DeliveryAnswer.Late(timeout * WellBeyond, 200), new DeliveryAnswer.Status(200)]),
                $"no answer within {Seconds(timeout)}"
            );
        }

        private ContractCase Retried(
            string situation,
            Requirement requirement,
            DeliveryScript script,
            string failure,
            params CaseExpectation[] more
        ) =>
            Case(
                situation,
                $"a delivery is repeated after {failure}",
                requirement,
                script,
                step => step with { Attempts = 2 },
                [new DeliveryIsRetried(requirement, Step, failure), .. more]
            );

        private ContractCase Case(
            string situation,
            string title,
            Requirement requirement,
            DeliveryScript script,
            Func<CaseStep.AwaitDeliveries, CaseStep.AwaitDeliveries> wait,
            ImmutableArray<CaseExpectation> expectations
        )
        {
            var id = of.Trigger.CaseId(ScenarioKind.Webhooks, situation);
            return of.Trigger.Case(
                ScenarioKind.Webhooks,
                situation,
                title,
                requirement,
                [
                    new CaseStep.AnswerDeliveries(ScriptStep, of.Name, script),
                    .. of.Steps(id),
                    wait(of.Await with { Times = times }),
                ]
            ) with
            {
                Isolation = CaseIsolation.SharedState,
                Expectations = expectations,
                Tags = ["retry"],
            };
        }

        private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

        private static string Seconds(TimeSpan time) =>
            string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} s");
    }
}
