using Conformance.Scenarios.Expectations;
using Conformance.Specification.Model;
using Conformance.Tests.Verdicts.Given;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class QuotaIsBackTests : CheckTests
{
    protected override string Check => nameof(QuotaIsBack);

    protected override IEnumerable<Scene> Holding =>
        [new("all served", Quota(4)), new("refused after the quota", Refused(Quota(4)))];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("one comes back", Refused(Quota(0))),
            new("one too few", Refused(Quota(3))),
            new("little is left at the beginning", Quota(4, left: "3")),
        ];

    protected override bool MayHoldForHostileAnswers => true;

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Case().Answering("create", 201, body, headers).Answering("quota", 201, body, headers);

    private static Recorded Quota(int served, string left = "99") =>
        Enumerable
            .Range(0, served)
            .Aggregate(
                Case().Answering("create", 201, Sample.Order, ("X-RateLimit-Remaining", left)),
                (r, _) => r.Answering("quota", 201, Sample.Order)
            );

    private static Recorded Refused(Recorded recorded) =>
        recorded.Answering("quota", 429, Sample.Error("RATE_LIMIT_EXCEEDED"));

    private static Recorded Case() =>
        (Recorded.Step() with { Kind = ScenarioKind.RateLimit })
            .UntilLimited("quota", 9)
            .Expecting(new QuotaIsBack(Sample.Must(), "create", "quota", 5));
}
