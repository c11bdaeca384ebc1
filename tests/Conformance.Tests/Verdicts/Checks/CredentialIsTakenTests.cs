using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class CredentialIsTakenTests : CheckTests
{
    private static readonly CredentialIsTaken Taken = new(Sample.Must());

    protected override string Check => nameof(CredentialIsTaken);

    protected override IEnumerable<Scene> Holding =>
        [
            new("served", Recorded.Step(Taken).Answering(201, Sample.Order)),
            new("refused for another reason", Recorded.Step(Taken).Answering(409, Sample.Error("CONFLICT"))),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("unauthorized", Recorded.Step(Taken).Answering(401, Sample.Error("UNAUTHORIZED"))),
            new("forbidden", Recorded.Step(Taken).Answering(403, "")),
        ];

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Recorded.Step(Taken).Answering("create", 401, body, headers);

    [Test]
    public void A_broken_server_shows_nothing_about_the_credential() =>
        OutcomesOf(Recorded.Step(Taken).Answering(500, Sample.Error("INTERNAL_ERROR")).Judge())
            .Should()
            .Equal(CheckOutcome.NotJudged);
}
