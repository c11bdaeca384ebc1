using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;

namespace Conformance.Tests.Verdicts.Checks.Deliveries;

internal sealed class RedirectIsNotFollowedTests : DeliveryCheckTests
{
    protected override string Check => nameof(RedirectIsNotFollowed);

    protected override CaseExpectation Expectation { get; } = new RedirectIsNotFollowed(Sample.Must(), Step);

    protected override IEnumerable<Scene> Holding =>
        [new("repeated, not followed", Seen(new Delivered { Status = 302 }, Delivered.After(1, 200)))];

    protected override IEnumerable<Scene> Breaking =>
        [new("followed", Seen(new Delivered { Status = 302 }, new Delivered { IsRedirected = true }))];
}
