using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;

namespace Conformance.Tests.Verdicts.Checks.Deliveries;

internal sealed class AttemptsCarrySameBytesTests : DeliveryCheckTests
{
    protected override string Check => nameof(AttemptsCarrySameBytes);

    protected override CaseExpectation Expectation { get; } = new AttemptsCarrySameBytes(Sample.Must(), Step);

    protected override IEnumerable<Scene> Holding =>
        [new("the same", Seen(new Delivered { Status = 500 }, Delivered.After(1)))];

    protected override IEnumerable<Scene> Breaking =>
        [new("a space more", Seen(new Delivered { Status = 500 }, Delivered.Of(Delivered.Event + " ")))];
}
