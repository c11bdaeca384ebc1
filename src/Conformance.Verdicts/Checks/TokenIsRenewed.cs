using System.Globalization;
using Conformance.Execution.Recording;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.TokenIsRenewed;

namespace Conformance.Verdicts.Checks;

/// <summary>
/// The second step is sent with another token than the first, fetched in between. A token endpoint that refuses to
/// issue it breaks this; a renewal that was not seen leaves it open.
/// </summary>
internal sealed class TokenIsRenewed : CaseCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenCase seen)
    {
        if (seen.Final(expected.First) is not { Exchange.CredentialMark: { } mark } first)
        {
            return StepIsMissing(expected.First, "a request with a token");
        }

        // A renewal that failed may have kept the second step from being sent at all.
        var second = seen.Final(expected.Second);
        var until = second?.Exchange ?? first.Exchange with { Index = int.MaxValue };
        var asked = TokenRequests.Between(seen, first.Exchange, until).ToArray();
        if (asked.LastOrDefault(IsRefused) is { } refused && !asked.Any(IsIssued))
        {
            return Judgement.Broken(Refused(expected, refused)) with { Exchange = refused.Index };
        }

        if (second is null)
        {
            return StepIsMissing(expected.Second, "a request with a new token");
        }

        return asked.Any(IsIssued) && second.Exchange.CredentialMark is { } other && other != mark
            ? Judgement.Held
            : Judgement.NotJudged(
                second.Where("credential"),
                $"another token than step {expected.First} was sent with, fetched in between",
                asked.Length == 0 ? "no token was requested in between" : "the same token was used again",
                "see the lifetime (expires_in) of the token that the target issued"
            );
    }

    private static bool IsIssued(Exchange exchange) => exchange.Response is { Status: >= 200 and < 300 };

    // 429 and 5xx are the token endpoint's troubles, not its decision.
    private static bool IsRefused(Exchange exchange) =>
        exchange.Response is { Status: >= 400 and < 500 and not 429 and not 408 };

    private static Finding Refused(Expected expected, Exchange refused)
    {
        var status = refused.Response!.Status.ToString(CultureInfo.InvariantCulture);
        return new(
            $"token request before step {expected.Second}, response {status}",
            Cited.At("a new token", expected.Requirement.Location),
            $"{status}: {Excerpt.OfBytes(refused.Response.Body)}",
            "issue a new token to a client that was issued one before"
        );
    }
}
