using Conformance.Execution.Recording;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;
using Conformance.Specification.Model;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.Judging;

/// <summary>Judges what each step expects of its own exchanges.</summary>
internal static class StepJudging
{
    /// <summary>Judges the steps of a case in order.</summary>
    /// <param name="seen">The case.</param>
    /// <param name="book">Where the results go.</param>
    public static void Judge(SeenCase seen, CheckBook book)
    {
        foreach (var step in seen.Case.Steps)
        {
            switch (step)
            {
                case CaseStep.SendConcurrently:
                    foreach (var exchange in seen.Recorded(step.Name).DefaultIfEmpty())
                    {
                        Judge(seen, book, step, exchange);
                    }

                    break;
                case CaseStep.SendUntilLimited:
                    JudgeLimited(seen, book, step);
                    break;
                default:
                    Judge(seen, book, step, seen.Recorded(step.Name).LastOrDefault());
                    break;
            }
        }
    }

    private static void JudgeLimited(SeenCase seen, CheckBook book, CaseStep step)
    {
        var refused = seen.Recorded(step.Name).FirstOrDefault(e => e.Response?.Status == 429);
        if (refused is not null)
        {
            Judge(seen, book, step, refused);
            return;
        }

        var sent = seen.Recorded(step.Name).Count();
        LeaveOpen(
            book,
            step,
            sent == 0 ? null : seen.Recorded(step.Name).Last().Index,
            $"step {step.Name}",
            $"the limit was not met in {sent} requests",
            "see the check LimitIsEnforced"
        );
    }

    private static void Judge(SeenCase seen, CheckBook book, CaseStep step, Exchange? exchange)
    {
        if (exchange is null)
        {
            // An obstacle has its own reason; without one, a step that was left out must not read as passed.
            if (seen.Record.Obstacle is null && !IsNotDue(seen, step))
            {
                LeaveOpen(
                    book,
                    step,
                    null,
                    $"step {step.Name}",
                    "the step was not carried out",
                    "see the notes of the case"
                );
            }
        }
        else if (exchange.Response is null && IsRefusedHandshake(seen, step))
        {
            JudgeHandshake(book, step, exchange);
        }
        else if (exchange.Response is null)
        {
            var failure = exchange.Failure;
            LeaveOpen(
                book,
                step,
                exchange.Index,
                $"step {step.Name}",
                $"no answer: {failure?.Kind.ToString() ?? "unknown"}: {Excerpt.OfText(failure?.Message)}",
                "see that the target runs and answers in time"
            );
        }
        else if (IsThrottled(seen, step, exchange))
        {
            LeaveOpen(
                book,
                step,
                exchange.Index,
                $"step {step.Name}, response 429",
                $"throttled, after {exchange.Throttled} repetitions",
                "allow longer waits, or run against an environment with higher limits"
            );
        }
        else if (IsAboutNothing(step, exchange) is { } made)
        {
            LeaveOpen(
                book,
                step,
                exchange.Index,
                $"step {step.Name}, response {exchange.Response.Status}",
                $"the value of {made} was made up, and names nothing at the target",
                $"give {made} an example that exists at the target, or declare the operation that creates what it names"
            );
        }
        else
        {
            JudgeAnswer(seen, book, step, exchange);
        }
    }

    // Where the status is wrong already, what the body should have said is noise.
    private static void JudgeAnswer(SeenCase seen, CheckBook book, CaseStep step, Exchange exchange)
    {
        var answer = seen.Answered.First(a => ReferenceEquals(a.Exchange, exchange));
        var expectations = SeenCase.ExpectationsOf(step);
        var isStatusWrong = false;
        foreach (var expectation in expectations.OrderBy(e => IsOfStatus(e) ? 0 : 1))
        {
            if (IsOfStatus(expectation) || !isStatusWrong)
            {
                var outcome = book.Judge(
                    NameOf(expectation),
                    expectation.Requirement,
                    exchange.Index,
                    () => Checks.AllChecks.For(expectation).Judge(expectation, answer),
                    answer.IsArrangement
                );
                isStatusWrong |= IsOfStatus(expectation) && outcome is CheckOutcome.Broken or CheckOutcome.NotJudged;
            }
        }
    }

    private static bool IsOfStatus(ExchangeExpectation expectation) =>
        expectation is StatusIs or IsAccepted or IsAcceptedOrRefused or CredentialIsTaken;

    // A step that looks at what another one made has nothing to look at when that was refused.
    private static bool IsNotDue(SeenCase seen, CaseStep step) =>
        step is CaseStep.Send { OnlyAfterSuccessOf: { } needed } && seen.Final(needed) is { Status: >= 400 and < 500 };

    // A 429 is throttling and no answer, unless the case is about limits or allows it.
    private static bool IsThrottled(SeenCase seen, CaseStep step, Exchange exchange) =>
        exchange.Response?.Status == 429
        && seen.Case.Kind is not ScenarioKind.RateLimit
        && step is not CaseStep.SendUntilLimited
        && !SeenCase.ExpectationsOf(step).OfType<StatusIs>().Any(e => e.Allowed.Contains(429));

    // What nothing creates and no example names need not be there: "no such thing" is then no answer to the request itself.
    private static string? IsAboutNothing(CaseStep step, Exchange exchange) =>
        exchange.Response?.Status is 404 or 410
        && step is CaseStep.Send { Request.MadeUp: [var name, ..] }
        && SeenCase.ExpectationsOf(step).Any(e => e is IsAccepted or StatusIs)
        && !SeenCase.ExpectationsOf(step).OfType<StatusIs>().Any(e => e.Allowed.Contains(exchange.Response.Status))
            ? $"{{{name}}}"
            : null;

    // A TLS server refuses a client without certificate by ending the handshake: as good as 401 (STANDARDS MTL-02).
    private static bool IsRefusedHandshake(SeenCase seen, CaseStep step) =>
        seen.Context.Specification.Authentication?.Type.Value is AuthenticationType.MutualTls
        && step
            is CaseStep.Send
            {
                Request.Credential: CredentialUse.Anonymous or CredentialUse.Literal or CredentialUse.Tampered
            }
        && seen.Recorded(step.Name).Last().Failure?.Kind is TransportFailureKind.Tls or TransportFailureKind.Protocol
        && seen.Record.Obstacle is null;

    private static void JudgeHandshake(CheckBook book, CaseStep step, Exchange exchange)
    {
        foreach (
            var expectation in SeenCase
                .ExpectationsOf(step)
                .OfType<StatusIs>()
                .Where(e => e.Allowed.Any(status => status is 401 or 403))
        )
        {
            book.Judge(NameOf(expectation), expectation.Requirement, exchange.Index, () => Judgement.Held);
        }
    }

    private static void LeaveOpen(CheckBook book, CaseStep step, int? exchange, string where, string reason, string fix)
    {
        foreach (var expectation in SeenCase.ExpectationsOf(step))
        {
            book.Judge(
                NameOf(expectation),
                expectation.Requirement,
                exchange,
                () => Judgement.NotJudged(where, "an answer to judge", reason, fix)
            );
        }
    }

    private static string NameOf(Expectation expectation) => expectation.GetType().Name;
}
