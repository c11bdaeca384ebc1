using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.IsAcceptedOrRefused;

namespace Conformance.Verdicts.Checks;

/// <summary>
/// A request that the specification neither admits nor forbids is accepted or refused, and that is recorded. It never
/// breaks the target.
/// </summary>
internal sealed class IsAcceptedOrRefused : ExchangeCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenExchange seen)
    {
        var where = expected.Stimulus;
        if (seen.IsSuccess)
        {
            return Judgement.Observed(new Finding(where, "accepted or refused", $"accepted ({seen.Status})", NoFix));
        }

        if (seen.Status is >= 400 and < 500 || expected.AlsoAllowed.Contains(seen.Status))
        {
            var code = seen.ErrorCode is { } text ? $" {Excerpt.OfText(text, 60)}" : "";
            return Judgement.Observed(
                new Finding(where, "accepted or refused", $"refused ({seen.Status}{code})", NoFix)
            );
        }

        return Judgement.Broken(
            new Finding(
                seen.Where("status line"),
                Cited.At($"2xx or 4xx, for {expected.Stimulus}", expected.Requirement.Location),
                seen.Summary(),
                "accept the request, or refuse it with a declared 4xx status, before it can break anything"
            )
        );
    }

    private const string NoFix = "nothing; say in the specification what is meant, and it is tested";
}
