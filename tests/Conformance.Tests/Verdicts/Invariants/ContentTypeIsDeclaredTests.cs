using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Invariants;

internal sealed class ContentTypeIsDeclaredTests : CheckTests
{
    protected override string Check => "ContentTypeIsDeclared";

    protected override IEnumerable<Scene> Holding =>
        [
            new("the type", Typed(201, "application/json")),
            new("with a parameter", Typed(201, "Application/JSON; charset=utf-8")),
            new("problem details for an error", Typed(400, "application/problem+json")),
        ];

    protected override IEnumerable<Scene> Breaking =>
        [
            new("text", Typed(201, "text/plain")),
            new("a page for an error", Typed(400, "text/html")),
            new("absent", Recorded.Step().Bare("create", 201, [0x7b, 0x7d])),
            new(
                "two that differ",
                Recorded
                    .Step()
                    .Answering(201, Sample.Order, ("Content-Type", "application/json"), ("Content-Type", "text/html"))
            ),
        ];

    protected override bool MayHoldForHostileAnswers => true;

    protected override Recorded Hostile(byte[] body, (string Name, string Value)[] headers) =>
        Recorded.Step().Answering("create", 201, body, headers);

    [Test]
    public void Another_JSON_type_for_a_success_only_warns() =>
        OutcomesOf(Typed(201, "application/vnd.other+json").Judge()).Should().Equal(CheckOutcome.Warned);

    [Test]
    public void Nothing_has_no_type() => OutcomesOf(Recorded.Step().Bare("create", 201, []).Judge()).Should().BeEmpty();

    private static Recorded Typed(int status, string type) =>
        Recorded
            .Step()
            .Answering(status, status < 400 ? Sample.Order : Sample.Error("CONFLICT"), ("Content-Type", type));
}
