using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Invariants;

internal sealed class RateLimitHeadersArePresentTests : CheckTests
{
    protected override string Check => "RateLimitHeadersArePresent";

    protected override IEnumerable<Scene> Holding =>
        [
            new("with a success", Recorded.Step().Answering(201, Sample.Order)),
            new("with an error", Recorded.Step().Answering(400, Sample.Error("VALIDATION_ERROR"))),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("absent from a success", Recorded.Step().Bare("create", 201, [])),
            new("absent from an error", Recorded.Step().Bare("create", 409, [])),
            new("no integer", Recorded.Step().Answering(201, Sample.Order, ("X-RateLimit-Limit", "many"))),
        ];

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Recorded.Step().Bare("create", 201, body, headers);

    [TestCase(401)]
    [TestCase(403)]
    [TestCase(415)]
    [TestCase(503)]
    public void A_client_that_is_not_known_or_not_served_need_not_be_counted(int status) =>
        OutcomesOf(Recorded.Step().Bare("create", status, []).Judge())
            .Should()
            .NotBeEmpty()
            .And.OnlyContain(o => o == CheckOutcome.Warned);

    [Test]
    public void A_body_that_cannot_be_read_need_not_be_counted()
    {
        var recorded = Recorded
            .Step()
            .Bare("create", 400, [])
            .ChangeLast(e => e with { Request = e.Request with { Body = "{"u8.ToArray() } });

        OutcomesOf(recorded.Judge()).Should().NotBeEmpty().And.OnlyContain(o => o == CheckOutcome.Warned);
    }

    [Test]
    public void A_body_that_was_read_and_refused_is_counted() =>
        OutcomesOf(Recorded.Step().Bare("create", 400, []).Judge())
            .Should()
            .NotBeEmpty()
            .And.OnlyContain(o => o == CheckOutcome.Broken);

    [Test]
    public void Answers_outside_the_declared_operations_are_not_limited() =>
        OutcomesOf(Recorded.Outside().Bare("create", 404, []).Judge()).Should().BeEmpty();

    [Test]
    public void Without_declared_headers_none_are_asked_for()
    {
        var recorded = Recorded.Step().Bare("create", 201, []);
        var limits = Sample.Limits with { Headers = null };
        var context = recorded.Context with { Specification = Sample.Specification with { RateLimits = limits } };

        OutcomesOf((recorded with { Context = context }).Judge()).Should().BeEmpty();
    }
}
