using Conformance.Scenarios.Expectations;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.RedirectIsNotFollowed;

namespace Conformance.Verdicts.Checks;

/// <summary>Nothing is sent to where a redirection leads.</summary>
internal sealed class RedirectIsNotFollowed : CaseCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenCase seen)
    {
        var deliveries = SeenDeliveries.Of(seen, expected.Step);
        if (deliveries.Attempts.Count == 0)
        {
            return deliveries.NothingToJudge("a delivery that is answered with a redirection");
        }

        return deliveries.All.FirstOrDefault(d => d.Facts.IsRedirected) is { } followed
            ? Judgement.Broken(
                new Finding(
                    deliveries.Where,
                    Cited.At("no request to where the redirection leads", expected.Requirement.Location),
                    $"{Excerpt.OfText(followed.Exchange.Request.Method, 20)} {Excerpt.OfText(followed.Exchange.Request.Url.AbsolutePath, 60)}",
                    "take a redirection as a failure: switch off what follows it in the HTTP client"
                )
            ) with
            {
                Exchange = followed.Exchange.Index,
            }
            : Judgement.Held;
    }
}
