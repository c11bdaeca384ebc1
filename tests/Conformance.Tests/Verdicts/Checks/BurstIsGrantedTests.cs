using Conformance.Scenarios.Expectations;
using Conformance.Specification.Model;
using Conformance.Tests.Verdicts.Given;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class BurstIsGrantedTests : CheckTests
{
    protected override string Check => nameof(BurstIsGranted);

    protected override IEnumerable<Scene> Holding => [new("one more than the limit", Refused(Served(6)))];

    protected override IEnumerable<Scene> Breaking => [new("exactly the limit", Refused(Served(5)))];

    protected override bool MayHoldForHostileAnswers => true;

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Served(6).Answering("drive", 429, body, headers);

    private static Recorded Refused(Recorded recorded) =>
        recorded.Answering("drive", 429, Sample.Error("RATE_LIMIT_EXCEEDED"));

    private static Recorded Served(int count) =>
        Enumerable
            .Range(0, count)
            .Aggregate(
                (new Recorded { Kind = ScenarioKind.RateLimit })
                    .UntilLimited("drive", 9)
                    .Expecting(new BurstIsGranted(Sample.Must(), "drive", 5)),
                (r, _) => r.Answering("drive", 201, Sample.Order)
            );
}
