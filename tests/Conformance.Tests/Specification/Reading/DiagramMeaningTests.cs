using System.Globalization;
using Conformance.Specification;
using Conformance.Specification.Model;
using Conformance.Tests.Scenarios;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Specification.Reading;

/// <summary>What the messages of a diagram are in terms of the specification around it.</summary>
public sealed class DiagramMeaningTests
{
    private const string Contract = """
        info: { title: T, version: 1.0.0 }
        authentication:
          type: OAuth2
          endpoints:
            token: { url: https://api.example.com/oauth/token, method: POST }
        endpoints:
          - method: POST
            path: /api/v1/orders
            operation_id: create-order
            responses:
              201: { description: Created, body: { order_id: "ORD-1" } }
              402: { description: Declined, body: { error_code: PAYMENT_FAILED, message: "No" } }
          - method: GET
            path: /api/v1/orders/{order_id}
            operation_id: get-order
            responses: { 200: { description: Found, body: { order_id: "ORD-1" } }, 404: { description: None } }
          - method: GET
            path: /api/v1/orders/search
            operation_id: search
            responses: { 200: { description: Found } }
        error_codes:
          PAYMENT_FAILED: { http_status: 402, description: "Declined" }
          INTERNAL: { http_status: 500, description: "Broken" }
        webhooks:
          events:
            order.created: { description: Made, payload: { order_id: string } }
        sequence_diagram: |
          sequenceDiagram

        """;

    [TestCase("C->>API: POST /api/v1/orders", "call create-order")]
    [TestCase("C->>API: 1. HTTP POST https://api.example.com/api/v1/orders?x=1", "call create-order")]
    [TestCase("C->>API: POST /orders (with key)", "call create-order")]
    [TestCase("C->>API: createOrder(items)", "call create-order")]
    [TestCase("C->>API: GET /api/v1/orders/{id}", "call get-order")]
    [TestCase("C->>API: GET /api/v1/orders/:order_id", "call get-order")]
    [TestCase("C->>API: GET /api/v1/orders/ORD-1", "call get-order")]
    [TestCase("C->>API: GET /api/v1/orders/search", "call search")]
    [TestCase("C->>API: POST /api/v1/order", "undeclared POST /api/v1/order is no declared operation")]
    [TestCase("C->>API: DELETE /api/v1/orders/{id}", "undeclared DELETE /api/v1/orders/{id} is no declared operation")]
    [TestCase("Client->>Auth: POST /oauth/token", "unseen A run fetches its tokens by itself")]
    [TestCase("Client->>API: Buy something", "unseen It names no operation")]
    [TestCase("API->>API: Validate Token", "unseen It cannot be seen from outside: API does it by itself.")]
    [TestCase(
        "API->>Stock: POST /reservations",
        "unseen It cannot be seen from outside",
        "C->>API: POST /api/v1/orders"
    )]
    [TestCase("C->>Bank: POST /payments", "unseen It goes to Bank", "C->>API: POST /api/v1/orders")]
    public void Calls_are_those_of_the_client(string message, string meaning, string before = "") =>
        MeaningOf(message, before).Should().StartWith(meaning);

    [TestCase("API-->>C: Order Created (201)", "answer 201")]
    [TestCase("API-->>C: 201 Created", "answer 201")]
    [TestCase("API->>C: HTTP/1.1 201", "answer 201")]
    [TestCase("API-->>C: Order Response", "answer ")]
    [TestCase("API-->>C: 100 items", "answer ")]
    [TestCase("API-->>C: PAYMENT_FAILED", "answer 402 PAYMENT_FAILED")]
    [TestCase("API-->>C: 500 INTERNAL", "answer 500 INTERNAL")]
    [TestCase("API-->>C: 204 No Content", "undeclared POST /api/v1/orders declares no response 204")]
    public void Answers_have_the_status_that_is_told(string message, string meaning) =>
        MeaningOf(message, "C->>API: POST /api/v1/orders").Should().Be(meaning);

    [TestCase("Order Created (201)", "answer 201")]
    [TestCase("402 declined", "answer 402")]
    [TestCase("OK (200)", "answer ")]
    public void An_answer_without_a_status_passes_on_what_it_is_made_of(string inside, string meaning) =>
        MeaningOf("API-->>C: Order Response", "C->>API: POST /api/v1/orders", "API->>S: Create", $"S-->>API: {inside}")
            .Should()
            .Be(meaning);

    [TestCase("N--)C: Webhook: order.created", "delivery order.created")]
    [TestCase("N->>C: POST /hooks (order.created)", "delivery order.created")]
    [TestCase("N--)C: Webhook: order.shipped", "undeclared 'order.shipped' is no declared event")]
    [TestCase("N--)C: order.shipped event", "undeclared 'order.shipped' is no declared event")]
    [TestCase("N--)C: e-mail", "unseen It names no event")]
    [TestCase("API--)N: order.created Event", "unseen It cannot be seen from outside: it is between API and N.")]
    [TestCase("N--)Hooks: Webhook order.created", "delivery order.created")]
    public void Deliveries_are_events_that_the_client_is_told(string message, string meaning) =>
        MeaningOf(message, "C->>API: POST /api/v1/orders", "API-->>C: 201").Should().StartWith(meaning);

    [Test]
    public void Each_branch_answers_the_call_before_it() =>
        Read("C->>API: POST /api/v1/orders", "alt paid", "API-->>C: 201", "else", "API-->>C: 402", "end")
            .Messages.Select(Words)
            .Should()
            .Equal("call create-order", "answer 201", "answer 402");

    [Test]
    public void What_is_not_declared_is_told_with_its_line_and_what_is()
    {
        var loaded = SpecificationLoader.LoadText("x.yaml", Of("C->>API: POST /api/v1/order", "what is this"));

        var findings = Linter.Lint(loaded).Where(d => d.Id == "SEQ-101").ToList();

        var line = Contract.Split('\n').Length;
        findings
            .Select(d => (d.Location.Line, d.Location.Column, d.Message, d.Expected))
            .Should()
            .Equal(
                (
                    line,
                    3,
                    "diagram 'Sequence', message 'C->>API: POST /api/v1/order': POST /api/v1/order is no declared operation",
                    "POST /api/v1/orders"
                ),
                (
                    line + 1,
                    3,
                    "diagram 'Sequence' cannot be read: 'what is this' is no line of a mermaid sequence diagram",
                    null
                )
            );
        findings
            .Should()
            .NotContain(d => Linter.StopsRun(d), "what is drawn beside the contract can be run all the same");
    }

    private static string MeaningOf(string message, params string[] before) =>
        Words(Read([.. before.Where(b => b.Length > 0), message]).Messages[^1]);

    private static SequenceDiagram Read(params string[] lines)
    {
        var diagram = Compiled.Text(Of(lines)).SequenceDiagrams.Single();
        diagram.Unreadable.Should().BeEmpty();
        return diagram;
    }

    private static string Of(params string[] lines) => Contract + string.Concat(lines.Select(line => $"  {line}\n"));

    private static string Words(DiagramMessage message) =>
        message.Meaning switch
        {
            DiagramMeaning.Call call => $"call {call.Endpoint.OperationId}",
            DiagramMeaning.Answer answer => string.Create(
                    CultureInfo.InvariantCulture,
                    $"answer {answer.Status} {answer.ErrorCode}"
                )
                .TrimEnd()
                .PadRight("answer ".Length),
            DiagramMeaning.Delivery delivery => $"delivery {delivery.Event.Name}",
            DiagramMeaning.Undeclared undeclared => $"undeclared {undeclared.Problem}",
            DiagramMeaning.Unobserved unobserved => $"unseen {unobserved.Reason}",
            _ => "?",
        };
}
