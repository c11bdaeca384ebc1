using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.StatusIs;

namespace Conformance.Verdicts.Checks;

/// <summary>The status is one of those that the scenario allows.</summary>
internal sealed class StatusIs : ExchangeCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenExchange seen)
    {
        if (expected.Allowed.Contains(seen.Status))
        {
            return Judgement.Held;
        }

        var allowed = Cited.OneOf(expected.Allowed);
        return Judgement.Broken(
            new Finding(
                seen.Where("status line"),
                Cited.At(allowed, expected.Requirement.Location),
                seen.Summary(),
                $"answer this request with {allowed}, or change what the specification demands of it"
            )
        );
    }
}
