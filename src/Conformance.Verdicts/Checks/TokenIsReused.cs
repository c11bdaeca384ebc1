using Conformance.Execution.Recording;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.TokenIsReused;

namespace Conformance.Verdicts.Checks;

/// <summary>
/// Two steps are served with the same token. A target that refuses a token which it has just accepted breaks this;
/// a client that chose to ask for a new one leaves it open.
/// </summary>
internal sealed class TokenIsReused : CaseCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenCase seen)
    {
        if (seen.Final(expected.First) is not { Exchange.CredentialMark: { } mark } first)
        {
            return StepIsMissing(expected.First, "a request with a token");
        }

        if (seen.Final(expected.Second) is not { } second)
        {
            return StepIsMissing(expected.Second, "a request with the same token");
        }

        var refused = seen.AnsweredOf(expected.Second)
            .FirstOrDefault(e => e.Status == 401 && e.Exchange.CredentialMark == mark);
        if (refused is not null)
        {
            return Judgement.Broken(Refused(expected, refused)) with { Exchange = refused.Exchange.Index };
        }

        var asked = TokenRequests.Between(seen, first.Exchange, second.Exchange).Any();
        return second.Exchange.CredentialMark == mark && !asked ? Judgement.Held : NotSeen(expected, second, asked);
    }

    private static Finding Refused(Expected expected, SeenExchange refused) =>
        new(
            refused.Where("status line"),
            Cited.At(
                $"the token that step {expected.First} was served with to be accepted again",
                expected.Requirement.Location
            ),
            refused.Summary(),
            "accept a token until it expires"
        );

    private static Judgement NotSeen(Expected expected, SeenExchange second, bool asked) =>
        Judgement.NotJudged(
            second.Where("credential"),
            $"the token of step {expected.First}",
            asked ? "a new token was requested in between" : "another credential was used",
            "see the lifetime (expires_in) of the token that the target issued"
        );
}
