using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class GrantedScopeIsTests : CheckTests
{
    private static readonly GrantedScopeIs Granted = new(Sample.Must(), ["read", "write"]);

    protected override string Check => nameof(GrantedScopeIs);

    protected override IEnumerable<Scene> Holding =>
        [
            new("as asked for", Answering("""{"scope":"read write"}""")),
            new("in another order", Answering("""{"scope":"write read"}""")),
            new("left out", Answering("{}")),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("less", Answering("""{"scope":"read"}""")),
            new("more", Answering("""{"scope":"read write admin"}""")),
            new("in other case", Answering("""{"scope":"Read write"}""")),
            new("a list", Answering("""{"scope":["read","write"]}""")),
            new("null", Answering("""{"scope":null}""")),
        ];

    // A body without a scope means the scope that was asked for; that it is a token is judged elsewhere.
    protected override bool MayHoldForHostileAnswers => true;

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Recorded.Step(Granted).Answering("create", 200, body, headers);

    private static Recorded Answering(string body) => Recorded.Step(Granted).Answering(200, body);
}
