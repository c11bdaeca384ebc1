using System.Collections.Immutable;
using System.Globalization;
using Conformance.Consumers.Receiver.Carrying;
using Conformance.Consumers.Receiver.Cases;
using Conformance.Consumers.Receiver.Effects;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Requirements;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Repetition;
using Conformance.Verdicts.Results;

namespace Conformance.Consumers.Receiver.Judging;

/// <summary>Judges what was recorded of a case: it reads the record and nothing else, and sends nothing.</summary>
/// <param name="limits">What is asked of answers.</param>
/// <param name="isStrict">Whether SHOULD, drafts and proposals fail.</param>
internal sealed class ReceiverJudge(AnswerLimits limits, bool isStrict)
{
    private const string NotSeen = "whether it had an effect (no --probe)";

    /// <summary>The case with its verdict.</summary>
    /// <param name="record">What was recorded.</param>
    public CaseResult Judge(ReceiverRecord record)
    {
        ImmutableArray<CheckResult> checks = [.. record.Of.Steps.SelectMany(step => Of(step, record))];
        var (verdict, reason) = Decide(record, checks);
        var shown = checks.FirstOrDefault(c => c.Outcome is CheckOutcome.Broken or CheckOutcome.Warned);
        var request = shown?.Exchange is { } index ? record.Record.Exchanges[index].Request : null;
        return new CaseResult
        {
            Case = record.Of.Case with { NotObserved = Unseen(record) },
            Verdict = verdict,
            Reason = reason,
            Checks = checks,
            Record = record.Record,
            Repeat = request is null ? null : CurlCommand.For(request),
        };
    }

    private static ImmutableArray<string> Unseen(ReceiverRecord record) =>
        record.Readings.IsEmpty
        && !record.Of.IsAboutEffects
        && record.Of.Steps.OfType<ReceiverStep.LookForEffects>().Any()
            ? [NotSeen]
            : [];

    private static (Verdict Verdict, string? Reason) Decide(ReceiverRecord record, ImmutableArray<CheckResult> checks)
    {
        if (checks.Any(c => c.Outcome is CheckOutcome.Broken))
        {
            return (Verdict.Failed, null);
        }

        if (record.Record.Obstacle is { } obstacle)
        {
            return (
                Verdict.Inconclusive,
                obstacle.Step is { } step ? $"step {step}: {obstacle.Reason}" : obstacle.Reason
            );
        }

        if (checks.FirstOrDefault(c => c.Outcome is CheckOutcome.NotJudged)?.Finding is { } open)
        {
            return (Verdict.Inconclusive, $"{open.Where}: {open.Actual}");
        }

        return checks.Any(c => c.Requirement.Id == record.Of.Case.Requirement.Id)
            ? (Verdict.Passed, null)
            : (Verdict.Inconclusive, "nothing of what the case is about was seen");
    }

    private IEnumerable<CheckResult> Of(ReceiverStep step, ReceiverRecord record) =>
        step switch
        {
            ReceiverStep.Deliver deliver => Of(deliver, record.ExchangesOf(deliver.Name)),
            ReceiverStep.LookForEffects look => record.Readings.TryGetValue(look.Name, out var reading)
                ? [Of(look, reading, record.Of)]
                : [],
            _ => [],
        };

    // An answer that is missing because the receiver was not there is an obstacle, and no answer.
    private IEnumerable<CheckResult> Of(ReceiverStep.Deliver step, ImmutableArray<Exchange> exchanges)
    {
        var judged = exchanges
            .Where(e => e.Response is not { Status: 429 })
            .Where(e => e.Failure?.Kind is null or TransportFailureKind.Timeout or TransportFailureKind.Protocol)
            .ToArray();
        return judged.Length < exchanges.Length || judged.Length == 0
            ? []
            : step.Rules.SelectMany(rule =>
                rule.Kind is AnswerKind.OneAccepted
                    ? [OneAccepted(step, rule, judged)]
                    : judged.Select(e => Of(step, rule, e))
            );
    }

    private CheckResult Of(ReceiverStep.Deliver step, AnswerRule rule, Exchange exchange)
    {
        var check = rule.Kind.ToString();
        if (AnswerJudging.Holds(rule.Kind, exchange, limits))
        {
            return new(check, rule.Requirement, CheckOutcome.Held, exchange.Index, null);
        }

        var where = exchange.Response is null ? $"step {step.Name}, no answer" : $"step {step.Name}, status line";
        if (rule.Kind is AnswerKind.WeaknessWhenAccepted)
        {
            return Result(check, rule.Requirement, CheckOutcome.Observed, exchange.Index, Weakness(where, exchange));
        }

        var finding = new Finding(
            where,
            Cited.At(AnswerJudging.Expected(rule.Kind, limits), rule.Requirement.Location),
            AnswerJudging.Answer(exchange),
            FixOf(rule.Kind)
        );
        return step.IsControl
            ? new(check, rule.Requirement, CheckOutcome.NotJudged, exchange.Index, finding)
            : Result(check, rule.Requirement, Weigh(rule.Requirement), exchange.Index, finding);
    }

    private CheckResult OneAccepted(ReceiverStep.Deliver step, AnswerRule rule, Exchange[] exchanges) =>
        AnswerJudging.IsOneAccepted(exchanges, limits)
            ? new(nameof(AnswerKind.OneAccepted), rule.Requirement, CheckOutcome.Held, null, null)
            : Result(
                nameof(AnswerKind.OneAccepted),
                rule.Requirement,
                Weigh(rule.Requirement),
                exchanges[0].Index,
                new(
                    $"step {step.Name}, status lines",
                    Cited.At(AnswerJudging.Expected(AnswerKind.OneAccepted, limits), rule.Requirement.Location),
                    string.Join(", ", exchanges.Select(e => AnswerJudging.Answer(e))),
                    "let deliveries of one event wait for each other, or answer 503 to those that are to be repeated"
                )
            );

    private CheckResult Of(ReceiverStep.LookForEffects step, ProbeReading reading, ReceiverCase of)
    {
        const string check = "EffectsAre";
        var where = $"step {step.Name}, effects of the {(step.Events.Length == 1 ? "event" : "events")}";
        var expected = Cited.At(step.Count.ToString(CultureInfo.InvariantCulture), step.Requirement.Location);
        if (reading.Count is not { } count)
        {
            return Open(reading.Problem!);
        }

        if (reading.IsPresence && count > 0 && (of.CountsEffects || step.Count > 1))
        {
            return Open("the probe shows whether there was an effect, but not how many");
        }

        return count == step.Count
            ? new(check, step.Requirement, CheckOutcome.Held, null, null)
            : Result(
                check,
                step.Requirement,
                Weigh(step.Requirement),
                null,
                new(where, expected, count.ToString(CultureInfo.InvariantCulture), FixOf(step.Count, count))
            );

        CheckResult Open(string why) =>
            new(check, step.Requirement, CheckOutcome.NotJudged, null, new(where, expected, why, "see --probe"));
    }

    private CheckOutcome Weigh(Requirement requirement) =>
        requirement.Gates || (isStrict && requirement.Level is not RequirementLevel.May)
            ? CheckOutcome.Broken
            : CheckOutcome.Warned;

    private static CheckResult Result(
        string check,
        Requirement requirement,
        CheckOutcome outcome,
        int? exchange,
        Finding finding
    ) =>
        new(
            check,
            requirement,
            outcome,
            exchange,
            finding with
            {
                Cause = $"{check} | {requirement.Id} | {finding.Where.Split(", ")[^1]}",
            }
        );

    private static Finding Weakness(string where, Exchange exchange) =>
        new(
            where,
            "nothing: the scheme gives a receiver no way to tell",
            $"{AnswerJudging.Answer(exchange)}; a weakness of the specification, not of the receiver",
            "sign the timestamp: signed_content \"{timestamp}.{body}\", or scheme: standard-webhooks"
        );

    private static string FixOf(AnswerKind kind) =>
        kind switch
        {
            AnswerKind.Accepted =>
                "verify the bytes as they came, answer 2xx first and work afterwards; or correct the specification",
            AnswerKind.Refused or AnswerKind.RefusedOrClosed =>
                "check before anything else, and answer 400, 401 or 403",
            _ => "treat what a sender may send wrong as the sender's fault: 4xx",
        };

    private static string FixOf(int expected, int actual) =>
        (expected, actual) switch
        {
            (0, _) => "do nothing before the delivery is verified",
            (_, 0) => "process what was accepted, or refuse it; or correct --probe",
            _ when actual > expected => "remember the ids of events in the same transaction as their effects",
            _ => "process every event; tell events apart by their ids and by nothing else",
        };
}
