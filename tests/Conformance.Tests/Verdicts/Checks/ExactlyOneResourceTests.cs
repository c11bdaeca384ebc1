using Conformance.Execution.Recording;
using Conformance.Scenarios.Expectations;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Checks;

internal sealed class ExactlyOneResourceTests : CheckTests
{
    private const string Another = """{"order_id":"ORD-2","status":"pending","created_at":"2026-01-15T10:30:00Z"}""";

    protected override string Check => nameof(ExactlyOneResource);

    protected override IEnumerable<Scene> Holding =>
        [
            new(
                "one created, one replayed, one refused",
                AtOnce((201, Sample.Order), (200, Sample.Order), (409, Sample.Error("CONFLICT")))
            ),
            new("the creation answers last", AtOnce((409, Sample.Error("CONFLICT")), (201, Sample.Order))),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("two resources", AtOnce((201, Sample.Order), (201, Another))),
            new("a replay names another resource", AtOnce((201, Sample.Order), (200, Another))),
            new("one resource, created twice", AtOnce((201, Sample.Order), (201, Sample.Order))),
            new("a status nobody declared", AtOnce((201, Sample.Order), (500, Sample.Error("INTERNAL_ERROR")))),
            new("a success that names nothing", AtOnce((201, Sample.Order), (200, "{}"))),
        ];

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Case(2).Answering("at once", 201, Sample.Order).Answering("at once", 200, body, headers);

    protected override bool MayHoldForHostileAnswers => false;

    [Test]
    public void A_request_that_was_not_answered_leaves_the_question_open()
    {
        var recorded = Case(2)
            .Answering("at once", 201, Sample.Order)
            .Answering("at once", 409, Sample.Error("CONFLICT"));

        OutcomesOf(recorded.NotAnswering("at once", TransportFailureKind.Timeout).Judge())
            .Should()
            .Equal(CheckOutcome.NotJudged);
    }

    [Test]
    public void Two_resources_are_two_resources_even_when_a_third_request_was_not_answered()
    {
        var recorded = AtOnce((201, Sample.Order), (201, Another))
            .NotAnswering("at once", TransportFailureKind.Timeout);

        OutcomesOf(recorded.Judge()).Should().Contain(CheckOutcome.Broken);
    }

    [Test]
    public void When_all_are_refused_nothing_was_shown()
    {
        var recorded = AtOnce((409, Sample.Error("CONFLICT")), (409, Sample.Error("CONFLICT")));

        OutcomesOf(recorded.Judge()).Should().Equal(CheckOutcome.NotJudged);
    }

    [Test]
    public void Throttled_requests_are_no_second_answer()
    {
        var recorded = AtOnce((201, Sample.Order), (429, Sample.Error("RATE_LIMIT_EXCEEDED")));

        OutcomesOf(recorded.Judge()).Should().Equal(CheckOutcome.NotJudged);
    }

    private static Recorded Case(int count) =>
        new Recorded()
            .Concurrently("at once", count)
            .Expecting(new ExactlyOneResource(Sample.Must(), "at once", "order_id", 201, [200, 409]));

    private static Recorded AtOnce(params (int Status, string Body)[] answers) =>
        answers.Aggregate(Case(answers.Length), (recorded, a) => recorded.Answering("at once", a.Status, a.Body));
}
