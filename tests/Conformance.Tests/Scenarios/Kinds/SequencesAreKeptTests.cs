using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Inventory;
using Conformance.Scenarios.Kinds.Sequences;
using Conformance.Specification.Model;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Scenarios.Kinds;

/// <summary>Which cases follow from a sequence diagram, and why others do not.</summary>
[TestFixture]
internal sealed class SequencesAreKeptTests
{
    private const string Create = "C->>API: POST /api/v1/orders";
    private const string Created = "API-->>C: 201 Created";
    private const string Told = "API--)C: Webhook: order.created";

    [Test]
    public void Calls_answers_and_deliveries_are_one_case_in_the_order_they_are_drawn()
    {
        var drawn = Cases(Create, "API->>Stock: Reserve", Created, Told).Should().ContainSingle().Subject;

        drawn.Id.Should().Be("create-order/webhooks/sequence/drawn");
        drawn.Title.Should().Be("Drawn: POST /api/v1/orders -> 201, then order.created");
        drawn.Steps.Select(s => s.Name).Should().Equal("1. POST /api/v1/orders", "2. order.created");
        drawn
            .Expectations.Select(e => e.GetType())
            .Should()
            .Equal(typeof(EventIsDelivered), typeof(DeliveryFollowsAnswer));
        drawn.Expectations.OfType<DeliveryFollowsAnswer>().Single().Call.Should().Be("1. POST /api/v1/orders");
        drawn.NotObserved.Should().Equal("API -> Stock: Reserve");
    }

    [Test]
    public void A_delivery_that_is_drawn_before_the_answer_may_come_when_it_likes() =>
        Cases(Create, Told, Created).Single().Expectations.Should().NotContain(e => e is DeliveryFollowsAnswer);

    [Test]
    public void What_happens_beside_each_other_has_no_order() =>
        Cases(Create, "par answer", Created, "and event", Told, "end")
            .Single()
            .Expectations.Should()
            .NotContain(e => e is DeliveryFollowsAnswer);

    [Test]
    public void Later_calls_work_on_what_earlier_calls_made()
    {
        var cases = Cases(Create, Created, Told, "C->>API: GET /api/v1/orders/{id}", "API-->>C: 200 OK");

        cases
            .Select(c => c.Id)
            .Should()
            .Equal("create-order/webhooks/sequence/drawn", "create-order/happy_path/sequence/drawn");
        var read = (CaseStep.Send)cases[0].Steps[^1];
        var made = ((CaseStep.Send)cases[0].Steps[0]).Captures.Single();
        read.Request.PathValues.Single().Value.Should().Be(new ValueSource.Captured(made.Name));
        cases[1].ReceivesDeliveries.Should().BeFalse("it is for targets whose deliveries cannot be received");
    }

    [Test]
    public void A_call_on_what_no_call_made_is_given_a_resource() =>
        Cases("C->>API: GET /api/v1/orders/{id}", "API-->>C: 200")
            .Single()
            .Steps.Select(s => s.Name)
            .Should()
            .Equal("create for 1. GET /api/v1/orders/{order_id}", "1. GET /api/v1/orders/{order_id}");

    [Test]
    public void Each_branch_is_a_case_in_the_state_that_leads_there()
    {
        var cases = Cases(
            Create,
            "alt payment accepted",
            Created,
            Told,
            "else payment declined",
            "API-->>C: 402 PAYMENT_FAILED",
            "end"
        );

        cases
            .Select(c => c.Title)
            .Should()
            .Equal(
                "Drawn (payment accepted): POST /api/v1/orders -> 201, then order.created",
                "Drawn (payment declined): POST /api/v1/orders -> 402 PAYMENT_FAILED"
            );
        cases[1].Id.Should().Be("create-order/edge_cases/sequence/drawn.payment-declined");
        cases[1]
            .Steps.OfType<CaseStep.EnterState>()
            .Should()
            .ContainSingle()
            .Which.Should()
            .Match<CaseStep.EnterState>(s => s.State == "Configure payment service to decline" && s.IsRequired);
        cases[1].Isolation.Should().Be(CaseIsolation.SharedState);
    }

    [TestCase("API-->>C: 400 VALIDATION_ERROR", "create-order/edge_cases/sequence/drawn")]
    [TestCase("API-->>C: 401 Unauthorized", "create-order/edge_cases/sequence/drawn")]
    public void Refusals_that_follow_from_the_request_need_no_state(string answer, string id)
    {
        var refused = Cases(Create, answer).Single();

        refused.Id.Should().Be(id);
        refused.Steps.Should().ContainSingle().Which.Should().BeOfType<CaseStep.Send>();
    }

    [Test]
    public void A_replay_is_the_same_request_with_the_same_key()
    {
        var sent = Cases(Create, Created, "C->>API: POST /api/v1/orders (same key)", "API-->>C: 200 OK")
            .Single()
            .Steps.OfType<CaseStep.Send>()
            .Select(s => s.Request)
            .ToList();

        sent.Should().HaveCount(2);
        Key(sent[1]).Should().NotBeNull().And.Be(Key(sent[0]));
        ((BodyTemplate.Json)sent[1].Body)
            .Value.GetRawText()
            .Should()
            .Be(((BodyTemplate.Json)sent[0].Body).Value.GetRawText());

        static ValueSource? Key(RequestTemplate request) =>
            request.Headers.FirstOrDefault(h => h.Key == "X-Idempotency-Key").Value;
    }

    [Test]
    public void Optional_messages_are_two_ways_and_a_break_ends_one()
    {
        Titles(Create, Created, "opt told", Told, "end")
            .Should()
            .Equal(
                "Drawn (told): POST /api/v1/orders -> 201, then order.created",
                "Drawn (not told): POST /api/v1/orders -> 201"
            );
        Titles(Create, "break declined", "API-->>C: 402", "end", Created)
            .Should()
            .Equal("Drawn (not declined): POST /api/v1/orders -> 201", "Drawn (declined): POST /api/v1/orders -> 402");
    }

    [TestCase("API-->>C: 409 Conflict", "Nothing brings this answer to POST /api/v1/orders about: 409")]
    [TestCase("API-->>C: 418 Teapot", "It shows what is not declared: POST /api/v1/orders declares no response 418.")]
    public void What_cannot_be_brought_about_is_not_tested_and_says_why(string answer, string reason)
    {
        var context = Context(Drawn("test_scenarios: {}", Create, answer));

        var compiled = context.Compiled(new SequencesAreKept().Compile(context), default);

        compiled.Cases.Should().BeEmpty();
        compiled
            .Omissions.Should()
            .ContainSingle(o => o.Requirement.Id == "sequence_diagrams.drawn")
            .Which.Reason.Should()
            .StartWith(reason);
    }

    [Test]
    public void The_inventory_has_every_message_with_its_case_or_its_reason()
    {
        var entries = RequirementInventory
            .Of(Drawn(null, Create, "API->>Stock: Reserve", Created), new() { Seed = 1 })
            .Where(e => e.Section is InventorySection.Sequences)
            .ToList();

        entries
            .Select(e => e.Requirement.Id)
            .Should()
            .Equal(
                "sequence_diagrams.drawn",
                "sequence_diagrams.drawn.messages.1",
                "sequence_diagrams.drawn.messages.2",
                "sequence_diagrams.drawn.messages.3"
            );
        entries[2]
            .Observation.Should()
            .Be(new Observation.NotObserved("It cannot be seen from outside: it is between API and Stock."));
        entries[3].Observation.Should().Be(new Observation.ByCase("sequence_diagrams.drawn"));
    }

    private static IEnumerable<string> Titles(params string[] lines) => Cases(lines).Select(c => c.Title);

    private static ImmutableArray<ContractCase> Cases(params string[] lines) =>
        [.. new SequencesAreKept().Compile(Context(Drawn(null, lines)))];

    private static CompilerContext Context(IntegrationSpecification specification) =>
        new(specification, new() { Seed = 1 });

    // The orders specification with another diagram, and without its scenarios where they would lead to an answer.
    private static IntegrationSpecification Drawn(string? scenarios, params string[] lines)
    {
        var text = File.ReadAllText(Conformance.Tests.Specification.RepositoryFiles.Spec("orders.yaml"));
        var from = text.IndexOf("sequence_diagrams:", StringComparison.Ordinal);
        var to = text.IndexOf("test_scenarios:", StringComparison.Ordinal);
        var rest = scenarios is null
            ? text[to..]
            : scenarios.TrimEnd() + "\n\n" + text[text.IndexOf("environments:", StringComparison.Ordinal)..];
        var diagram = string.Concat(lines.Select(line => $"      {line}\n"));
        return Compiled.Text(
            $"{text[..from]}sequence_diagrams:\n  - title: Drawn\n    diagram: |\n      sequenceDiagram\n{diagram}\n{rest}"
        );
    }
}
