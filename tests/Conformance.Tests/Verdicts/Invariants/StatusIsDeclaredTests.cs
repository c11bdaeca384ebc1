using Conformance.Scenarios.Expectations;
using Conformance.Specification.Model;
using Conformance.Tests.Verdicts.Given;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Invariants;

internal sealed class StatusIsDeclaredTests : CheckTests
{
    private static readonly IdempotencyRules Rules = new()
    {
        Header = Sample.At("X-Idempotency-Key"),
        OnReplay = new(Sample.At(208), null, [], [], null, false, Sample.Line(15)),
        Location = Sample.Line(14),
    };

    private static readonly ResponseRange Others = new(
        "4XX",
        400,
        499,
        new(Sample.At(400), null, [], null, null, null, null, Sample.Line(16))
    );

    protected override string Check => "StatusIsDeclared";

    protected override IEnumerable<Scene> Holding =>
        [
            new("declared on the operation", Recorded.Step().Answering(201, Sample.Order)),
            new("in the error catalogue", Recorded.Step().Answering(404, Sample.Error("NOT_FOUND"))),
            new(
                "allowed by the case",
                Recorded.Step(new StatusIs(Sample.Must(), [415, 400])).Answering(415, Sample.Error("X"))
            ),
            new("the answer to an exceeded limit", Recorded.Step().Answering(429, Sample.Error("RATE_LIMIT_EXCEEDED"))),
            new(
                "declared by the idempotency rules",
                (new Recorded { Endpoint = Sample.CreateOrder with { Idempotency = Rules } })
                    .Then("create")
                    .Answering(208, Sample.Order)
            ),
            new(
                "of a class that is declared",
                (new Recorded { Endpoint = Sample.CreateOrder with { OtherResponses = [Others] } })
                    .Then("create")
                    .Answering(418, Sample.Error("TEAPOT"))
            ),
            new(
                "the refusal that a case drives at",
                (new Recorded { Endpoint = Sample.GetOrder, Kind = ScenarioKind.RateLimit })
                    .UntilLimited("create", 2)
                    .Under(null)
                    .WithoutCodes()
                    .Answering(429, Sample.Error("X"))
            ),
            new(
                "allowed for requests sent at once",
                new Recorded()
                    .Concurrently("create", 2)
                    .Expecting(new ExactlyOneResource(Sample.Must(), "create", "order_id", 201, [423]))
                    .Answering(423)
                    .Answering(201, Sample.Order)
            ),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("undeclared success", Recorded.Step().Answering(202, Sample.Order)),
            new("undeclared error", Recorded.Step().Answering(418, Sample.Error("TEAPOT"))),
            new(
                "a refusal that nothing declares",
                (new Recorded { Endpoint = Sample.GetOrder }).Then("create").Under(null).WithoutCodes().Answering(429)
            ),
            new(
                "of another class than the declared one",
                (new Recorded { Endpoint = Sample.CreateOrder with { OtherResponses = [Others] } })
                    .Then("create")
                    .Answering(507, Sample.Error("FULL"))
            ),
            new("a redirect", Recorded.Step().Answering(302)),
        ];

    protected override bool MayHoldForHostileAnswers => true;

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Recorded.Step().Answering("create", 418, body, headers);

    [Test]
    public void What_calls_no_declared_operation_may_be_answered_with_anything() =>
        OutcomesOf(Recorded.Outside().Answering(418).Judge()).Should().BeEmpty();
}
