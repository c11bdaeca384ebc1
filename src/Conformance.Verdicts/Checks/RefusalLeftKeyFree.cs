using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.RefusalLeftKeyFree;

namespace Conformance.Verdicts.Checks;

/// <summary>A request that was refused for a limit was not carried out: its key makes the repetition the first one.</summary>
internal sealed class RefusalLeftKeyFree : CaseCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenCase seen)
    {
        if (
            seen.Final(expected.Refused) is not { Status: 429 }
            || seen.Final(expected.Again) is not { IsSuccess: true } again
        )
        {
            return Judgement.DoesNotApply;
        }

        return again.Status == expected.Status
            ? Judgement.Held
            : Judgement.Broken(
                new Finding(
                    again.Where("status line"),
                    Cited.At(
                        $"{expected.Status}, for the request was refused with 429 before",
                        expected.Requirement.Location
                    ),
                    $"{again.Summary()}, as for a request that was carried out before",
                    "refuse a request over the limit before anything of it is carried out or stored"
                )
            ) with
            {
                Exchange = again.Exchange.Index,
            };
    }
}
