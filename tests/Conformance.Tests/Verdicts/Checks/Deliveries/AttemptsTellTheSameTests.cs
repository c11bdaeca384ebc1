using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;

namespace Conformance.Tests.Verdicts.Checks.Deliveries;

internal sealed class AttemptsTellTheSameTests : DeliveryCheckTests
{
    protected override string Check => nameof(AttemptsTellTheSame);

    protected override CaseExpectation Expectation { get; } = new AttemptsTellTheSame(Sample.Must(), Step);

    protected override IEnumerable<Scene> Holding =>
        [
            new("the same", Seen(new Delivered { Status = 500 }, Delivered.After(1))),
            new(
                "in another order, with a count beside it",
                Seen(new Delivered { Status = 500 }, Delivered.Of("{\"attempt\":2," + Delivered.Event[1..]))
            ),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new(
                "another time of the event",
                Seen(
                    new Delivered { Status = 500 },
                    Delivered.Of(Delivered.Event.Replace("10:30:00", "10:31:00", StringComparison.Ordinal))
                )
            ),
        ];
}
