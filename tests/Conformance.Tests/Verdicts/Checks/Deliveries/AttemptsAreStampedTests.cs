using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;

namespace Conformance.Tests.Verdicts.Checks.Deliveries;

internal sealed class AttemptsAreStampedTests : DeliveryCheckTests
{
    protected override string Check => nameof(AttemptsAreStamped);

    protected override CaseExpectation Expectation { get; } = new AttemptsAreStamped(Sample.Must(), Step);

    protected override IEnumerable<Scene> Holding =>
        [
            new("a minute later", Seen(At(0, 0), At(1, 60))),
            new("the clock was moved beyond", Seen(At(0, 0), At(1, 66))),
        ];

    protected override IEnumerable<Scene> Breaking => [new("the time of the event", Seen(At(0, 0), At(1, 0)))];

    private static Delivered At(double minutes, int seconds) =>
        Delivered
            .After(minutes)
            .With(
                "X-Timestamp",
                (Delivered.Start.ToUnixTimeSeconds() + seconds).ToString(
                    System.Globalization.CultureInfo.InvariantCulture
                )
            );
}
