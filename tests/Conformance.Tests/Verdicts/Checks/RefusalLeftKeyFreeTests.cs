using Conformance.Scenarios.Expectations;
using Conformance.Specification.Model;
using Conformance.Tests.Verdicts.Given;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class RefusalLeftKeyFreeTests : CheckTests
{
    protected override string Check => nameof(RefusalLeftKeyFree);

    protected override IEnumerable<Scene> Holding => [new("made the second time", Again(201))];

    protected override IEnumerable<Scene> Breaking => [new("replayed the second time", Again(200))];

    protected override bool MayHoldForHostileAnswers => true;

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Case().Answering("create", 429, body, headers).Answering("again", 201, body, headers);

    private static Recorded Again(int status) =>
        Case().Answering("create", 429, Sample.Error("RATE_LIMIT_EXCEEDED")).Answering("again", status, Sample.Order);

    private static Recorded Case() =>
        (Recorded.Step() with { Kind = ScenarioKind.RateLimit })
            .Then("again")
            .Expecting(new RefusalLeftKeyFree(Sample.Must(), "create", "again", 201));
}
