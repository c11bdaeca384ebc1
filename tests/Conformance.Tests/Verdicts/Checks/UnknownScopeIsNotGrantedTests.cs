using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class UnknownScopeIsNotGrantedTests : CheckTests
{
    private static readonly UnknownScopeIsNotGranted Expected = new(Sample.Must(), "nosuch", ["invalid_scope"]);

    protected override string Check => nameof(UnknownScopeIsNotGranted);

    protected override IEnumerable<Scene> Holding =>
        [
            new("refused", Answering(400, """{"error":"invalid_scope"}""")),
            new("granted without it", Answering(200, """{"access_token":"t","scope":"read"}""")),
            new("granted by default", Answering(200, """{"access_token":"t","scope":"read write"}""")),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("granted", Answering(200, """{"access_token":"t","scope":"read nosuch"}""")),
            new("granted without a word", Answering(200, """{"access_token":"t"}""")),
            new("refused for another reason", Answering(400, """{"error":"invalid_client"}""")),
            new("refused in another format", Answering(400, """{"message":"no"}""")),
        ];

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Token().Answering("create", 400, body, headers);

    private static Recorded Answering(int status, string body) => Token().Answering(status, body);

    private static Recorded Token() =>
        new Recorded { Endpoint = null, Target = RequestTarget.TokenEndpoint }.Then("create", Expected);
}
