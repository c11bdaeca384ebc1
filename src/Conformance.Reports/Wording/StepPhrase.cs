using System.Globalization;
using Conformance.Scenarios.Cases;

namespace Conformance.Reports.Wording;

/// <summary>What a step of a case does, in a few words.</summary>
internal static class StepPhrase
{
    /// <summary>The phrase, without the step's name.</summary>
    public static string Of(CaseStep step) =>
        step switch
        {
            CaseStep.Send s => Request(s.Request),
            CaseStep.SendConcurrently s => $"{Request(s.Request)}, {Number(s.Count)} times at once",
            CaseStep.SendUntilLimited { GoesOn: true } s =>
                $"{Request(s.Request)}, {Number(s.AtMost)} times or until it is limited",
            CaseStep.SendUntilLimited s =>
                $"{Request(s.Request)}, until it is limited (at most {Number(s.AtMost)} times)",
            CaseStep.EnterState s =>
                $"provider state \"{s.State}\"{(s.IsRequired ? "" : ", where the target can be asked")}",
            CaseStep.LeaveState s => $"provider state \"{s.State}\" is left",
            CaseStep.PassTime s => $"time passes: {Amount(s.Amount)}",
            CaseStep.AnswerDeliveries s => $"deliveries of {s.Event} are answered {Answers(s.Script)}",
            CaseStep.AwaitDeliveries s =>
                $"{Number(s.Attempts)} {(s.Attempts == 1 ? "delivery" : "deliveries")} of {s.Event}{(s.SeesNoMore ? ", and no more" : "")}",
            CaseStep.ForgetToken => "the token is forgotten",
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Not a step."),
        };

    private static string Answers(DeliveryScript script) => string.Join(", then ", script.Answers.Select(Answer));

    private static string Answer(DeliveryAnswer answer) =>
        answer switch
        {
            DeliveryAnswer.Status s => Number(s.Code),
            DeliveryAnswer.Redirect r => $"{Number(r.Code)} to another place",
            DeliveryAnswer.Late l =>
                $"{Number(l.Code)} after {l.After.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} s",
            DeliveryAnswer.Broken => "by breaking the connection off",
            DeliveryAnswer.Down => "by nobody",
            _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "Not an answer."),
        };

    private static string Request(RequestTemplate request) =>
        request.Target is RequestTarget.TokenEndpoint ? "token request" : $"{request.Method} {request.Path}";

    private static string Amount(TimeSource amount) =>
        amount switch
        {
            TimeSource.Fixed f => $"{f.Duration.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} s",
            TimeSource.RetryAfterOf r => $"what Retry-After of \"{r.Step}\" says",
            TimeSource.HalfRetryAfterOf r => $"half of what Retry-After of \"{r.Step}\" says",
            TimeSource.UntilTokenExpiry t => $"until the token of \"{t.Step}\" expires",
            _ => throw new ArgumentOutOfRangeException(nameof(amount), amount, "Not an amount of time."),
        };

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
