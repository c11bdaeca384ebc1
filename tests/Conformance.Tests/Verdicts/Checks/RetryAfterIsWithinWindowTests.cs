using Conformance.Scenarios.Expectations;
using Conformance.Specification.Model;
using Conformance.Tests.Verdicts.Given;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class RetryAfterIsWithinWindowTests : CheckTests
{
    protected override string Check => nameof(RetryAfterIsWithinWindow);

    protected override IEnumerable<Scene> Holding =>
        [new("a window", Told("60")), new("less", Told("1")), new("a little more, by rounding", Told("62"))];

    protected override IEnumerable<Scene> Breaking => [new("an hour", Told("3600")), new("two windows", Told("120"))];

    protected override bool MayHoldForHostileAnswers => true;

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Case().Answering("create", 429, body, headers);

    private static Recorded Told(string wait) =>
        Case().Answering("create", 429, Sample.Error("RATE_LIMIT_EXCEEDED"), ("Retry-After", wait));

    private static Recorded Case() =>
        Recorded.Step(
            new RetryAfterIsWithinWindow(
                Sample.Must(),
                new RateLimit(100, TimeSpan.FromMinutes(1), Sample.Must().Location)
            )
        ) with
        {
            Kind = ScenarioKind.RateLimit,
        };
}
