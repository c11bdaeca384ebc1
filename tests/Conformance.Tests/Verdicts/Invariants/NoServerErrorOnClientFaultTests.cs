using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Invariants;

internal sealed class NoServerErrorOnClientFaultTests : CheckTests
{
    private static readonly StatusIs Refused = new(Sample.Must(), [400, 415]);

    protected override string Check => "NoServerErrorOnClientFault";

    protected override IEnumerable<Scene> Holding =>
        [
            new("refused", Recorded.Step(Refused).Answering(400, Sample.Error("VALIDATION_ERROR"))),
            new("accepted, which is another fault", Recorded.Step(Refused).Answering(201, Sample.Order)),
            new("not implemented", Recorded.Outside(Refused).Answering(501, Sample.Error("NO"))),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("500", Recorded.Step(Refused).Answering(500, Sample.Error("INTERNAL_ERROR"))),
            new("502 of a gateway", Recorded.Step(Refused).Answering(502, "<html></html>")),
            new("500 outside the declared operations", Recorded.Outside(Refused).Answering(500)),
        ];

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Recorded.Step(Refused).Answering("create", 500, body, headers);

    [Test]
    public void A_case_that_asks_for_a_server_error_gets_one()
    {
        var recorded = Recorded.Step(new StatusIs(Sample.Must(), [503])).Answering(503, Sample.Error("X"));

        OutcomesOf(recorded.Judge()).Should().BeEmpty();
    }

    [Test]
    public void A_valid_request_is_no_fault_of_the_client() =>
        OutcomesOf(Recorded.Step(new IsAccepted(Sample.Must(), null)).Answering(500).Judge()).Should().BeEmpty();
}
