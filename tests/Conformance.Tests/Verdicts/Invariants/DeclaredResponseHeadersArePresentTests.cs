using System.Text;
using Conformance.Tests.Verdicts.Given;

namespace Conformance.Tests.Verdicts.Invariants;

internal sealed class DeclaredResponseHeadersArePresentTests : CheckTests
{
    protected override string Check => "DeclaredResponseHeadersArePresent";

    protected override IEnumerable<Scene> Holding =>
        [new("there, in another case", Recorded.Step().Answering(429, Sample.Error("X"), ("retry-after", "5")))];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("absent", Recorded.Step().Bare("create", 429, [])),
            new(
                "absent, where only the catalogued code declares it",
                (new Recorded { Endpoint = Sample.GetOrder })
                    .Then("create")
                    .Bare("create", 429, Encoding.UTF8.GetBytes(Sample.Error("RATE_LIMIT_EXCEEDED")))
            ),
        ];

    // What a header says is judged by others.
    protected override bool MayHoldForHostileAnswers => true;

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Recorded.Step().Answering("create", 429, body, headers);
}
