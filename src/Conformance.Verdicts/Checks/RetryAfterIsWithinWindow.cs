using System.Globalization;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;
using Expected = Conformance.Scenarios.Expectations.RetryAfterIsWithinWindow;

namespace Conformance.Verdicts.Checks;

/// <summary>A refusal asks for no longer a wait than the window lasts: at its end there is room again.</summary>
internal sealed class RetryAfterIsWithinWindow : ExchangeCheck<Expected>
{
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenExchange seen)
    {
        // A missing or malformed header is another sentence's matter.
        if (ToldWait.Of(seen) is not { } wait)
        {
            return Judgement.DoesNotApply;
        }

        var window = expected.Limit.Window;
        return wait <= window + Slack
            ? Judgement.Held
            : Judgement.Broken(
                new Finding(
                    seen.Where("header Retry-After"),
                    Cited.At(
                        string.Create(CultureInfo.InvariantCulture, $"at most {window.TotalSeconds:0} seconds"),
                        expected.Limit.Location
                    ),
                    string.Create(CultureInfo.InvariantCulture, $"{wait.TotalSeconds:0} seconds"),
                    "tell the time until the window ends, in seconds"
                )
            );
    }
}
