using Conformance.Specification;
using Conformance.Specification.Rules;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Specification.Rules;

/// <summary>Every rule has a specification it complains about and a repaired one it is silent about.</summary>
public sealed class RuleExampleTests
{
    private const string Operation =
        "endpoint: { method: POST, path: /a, headers: { optional: { Idempotency-Key: string } }, "
        + "request: { body: { x: 1 } }, responses: { 201: { description: x }, 409: { body: { error_code: DUPLICATE } } } }\n";

    private static readonly RuleExample[] Examples =
    [
        new("DOC-104", "info: { title: t, version: \"1.0\" }", "info: { title: t, version: \"1.0.0-rc.1+b\" }"),
        new("DOC-105", "info: { title: \"[System A] API\" }", "info: { title: \"Orders API\" }"),
        new("DOC-106", "info: { title: t, status: Aproved }", "info: { title: t, status: approved }"),
        new(
            "AUT-102",
            "environments: { a: { base_url: \"http://api.example.com\" } }",
            "environments: { a: { base_url: \"https://api.example.com\" }, b: { base_url: \"http://127.0.0.1:8080\" } }"
        ),
        new(
            "AUT-104",
            "authentication: { type: OAuth 2.0, endpoints: { token: { url: /t, request: { client_secret: hunter2 } } } }",
            "authentication: { type: OAuth 2.0, endpoints: { token: { url: /t, request: { client_secret: \"{SECRET}\" } } } }"
        ),
        new("AUT-105", Token(expires: 300, threshold: 300), Token(expires: 301, threshold: 300)),
        new(
            "HTP-102",
            "endpoint: { method: GET, path: /a, responses: { 404: { description: x } } }",
            "endpoint: { method: GET, path: /a, responses: { 204: { description: x } } }"
        ),
        new(
            "HTP-104",
            "data_models: { A: { type: string, constraints: \"max 5 characters\", example: toolong } }",
            "data_models: { A: { type: string, constraints: \"max 5 characters\", example: short } }"
        ),
        new(
            "HTP-104",
            "endpoint: { method: GET, path: /a, responses: { 200: { schema: { type: object, required: [b] }, example: { a: 1 } } } }",
            "endpoint: { method: GET, path: /a, responses: { 200: { schema: { type: object, required: [b] }, example: { b: 1 } } } }"
        ),
        new(
            "HTP-104",
            "data_models: { A: { type: integer, default: x } }",
            "data_models: { A: { type: integer, default: 1 } }"
        ),
        new(
            "HTP-108",
            "data_models: { A: { type: string, format: uiid } }",
            "data_models: { A: { type: string, format: uuid } }"
        ),
        new(
            "HTP-112",
            "endpoint: { method: GET, path: \"/a/{id}\", responses: { 200: { description: x } } }",
            "endpoint: { method: GET, path: \"/a/{id}\", path_parameters: { id: string }, responses: { 200: { description: x } } }"
        ),
        new(
            "HTP-114",
            "rate_limits: { per_endpoint: { /b: { limit: 5 requests/minute } } }\n" + Operation,
            "rate_limits: { per_endpoint: { /a: { limit: 5 requests/minute } } }\n" + Operation
        ),
        new("HTP-117", Total(299.99m, ""), Total(59.98m, "")),
        new(
            "HTP-117",
            Total(299.99m, ""),
            Total(299.99m, "resource: { type: o, action: create, identifier: id, computed: { total: x } }, ")
        ),
        new(
            "HTP-118",
            "data_models: { A: { type: number, format: decimal } }",
            "data_models: { A: { type: number, multipleOf: 0.01 } }"
        ),
        new(
            "HTP-119",
            "data_models: { A: { type: string, constraints: alphanumeric, example: A-1 } }",
            "data_models: { A: { type: string, constraints: alphanumeric, example: A1 } }"
        ),
        new(
            "HTP-120",
            "data_models: { A: { type: string, pattern: \"\\bA\\b\" } }",
            "data_models: { A: { type: string, pattern: '\\bA\\b' } }"
        ),
        new(
            "ERR-101",
            "error_codes: { OTHER: { http_status: 400 } }\n" + Operation,
            "error_codes: { DUPLICATE: { http_status: 409 } }\n" + Operation
        ),
        new(
            "ERR-102",
            "error_codes: { DUPLICATE: { http_status: 400 } }\n" + Operation,
            "error_codes: { DUPLICATE: { http_status: 409 } }\n" + Operation
        ),
        new(
            "ERR-103",
            "error_codes: { DUPLICATE: { http_status: 409 }, CONFLICT: { http_status: 409 } }\n" + Operation,
            "error_codes: { DUPLICATE: { http_status: 409 } }\n" + Operation
        ),
        new(
            "ERR-104",
            "error_format: { standard_response: { error_code: string, at: string } }\n" + Operation,
            "error_format: { standard_response: { error_code: string, at: string (optional) } }\n" + Operation
        ),
        new(
            "ERR-105",
            "error_codes: { GONE: { http_status: 410 } }\n" + Operation,
            "error_codes: { DUPLICATE: { http_status: 409 } }\n" + Operation
        ),
        new("ERR-106", Strategy("Try your luck"), Strategy("Do not retry")),
        new(
            "ERR-107",
            Strategy("Retry with exponential backoff"),
            Strategy("Retry with exponential backoff (max 3 attempts)")
        ),
        new(
            "IDP-104",
            Operation + Replay(200),
            Operation.Replace(
                "request:",
                "idempotency: { header: Idempotency-Key, on_replay: { status: 200 }, on_mismatch: { status: 409 } }, request:",
                StringComparison.Ordinal
            ) + Replay(200)
        ),
        new(
            "IDP-107",
            Operation + "idempotency: { header: Idempotency-Key, on_mismatch: { status: 422 } }",
            Operation + "idempotency: { header: Idempotency-Key, on_mismatch: { status: 409 } }"
        ),
        new(
            "RTL-102",
            "endpoint: { method: GET, path: /a, responses: { 200: { description: x }, 429: { description: y } } }",
            "endpoint: { method: GET, path: /a, responses: { 200: { description: x }, 429: { headers: { retry-after: \"60\" } } } }"
        ),
        new(
            "RTL-103",
            "rate_limits: { default: { burst_allowance: 150% for up to 30 seconds } }",
            "rate_limits: { algorithm: token_bucket, default: { burst_allowance: 150% for up to 30 seconds } }"
        ),
        new("WHK-103", Signed(""), Signed(", signed_content: \"{timestamp}.{body}\"")),
        new("WHK-103", Signed(""), Signed(", dedupe: { key: event_id, retention: unlimited }")),
        new("WHK-103", Signed(", dedupe: { key: event_id, retention: PT1H }"), Signed(", dedupe: { key: event_id }")),
        new(
            "WHK-107",
            "webhooks: { configuration: { events: [a, b] }, events: { a: { payload: { x: string } } } }",
            "webhooks: { configuration: { events: [a] }, events: { a: { payload: { x: string } } } }"
        ),
        new(
            "WHK-107",
            "webhooks: { configuration: { events: [a] }, events: { a: { payload: { x: string } }, b: { payload: { x: string } } } }",
            "webhooks: { configuration: { events: [a] }, events: { a: { payload: { x: string } } } }"
        ),
        new(
            "SCN-104",
            Operation + "test_scenarios: { edge_cases: [{ name: x, expected_status: 402 }] }",
            Operation + "test_scenarios: { edge_cases: [{ name: x, expected_status: 409 }] }"
        ),
        new(
            "SCH-101",
            "data_models: { A: { type: string, pattern: '(' } }",
            "data_models: { A: { type: string, pattern: '^a$' } }"
        ),
        new("ENV-101", "environments: { a: { data: x } }", "environments: { a: { base_url: \"https://x.example\" } }"),
        new(
            "ENV-105",
            "environments: { a: { base_url: \"https://x.example\", data: x } }",
            "environments: { a: { base_url: \"https://x.example\", data: x, credentials: y } }"
        ),
    ];

    [TestCaseSource(nameof(Examples))]
    public void A_rule_finds_its_bad_example(RuleExample example) =>
        Ids(example.Bad).Should().Contain(example.Id, "of {0}", example.Bad);

    [TestCaseSource(nameof(Examples))]
    public void A_rule_is_silent_about_its_good_example(RuleExample example) =>
        Ids(example.Good).Should().NotContain(example.Id, "of {0}", example.Good);

    [Test]
    public void Every_rule_has_examples() =>
        LintRules.All.Select(r => r.Description.Id).Should().BeSubsetOf(Examples.Select(e => e.Id));

    [Test]
    public void Every_rule_class_is_in_the_list()
    {
        var classes = typeof(LintRule).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(LintRule)));
        LintRules.All.Select(r => r.GetType()).Should().BeEquivalentTo(classes);
    }

    [Test]
    public void Ids_are_unique_and_every_description_is_complete()
    {
        Linter.Rules.Select(r => r.Id).Should().OnlyHaveUniqueItems();
        Linter
            .Rules.Should()
            .OnlyContain(r => r.Title != "" && r.Rationale != "" && r.Fix != "" && r.Rationale.Length < 1024);
    }

    [Test]
    public void Findings_of_rules_say_how_to_fix_them()
    {
        foreach (var example in Examples)
        {
            var findings = Linter
                .Lint(SpecificationLoader.LoadText("x.yaml", example.Bad))
                .Where(d => d.Id == example.Id);
            findings.Should().OnlyContain(d => d.Location.Line > 0 && (d.Fix != null || d.Id.StartsWith("SCH")));
        }
    }

    private static IEnumerable<string> Ids(string text) =>
        Linter.Lint(SpecificationLoader.LoadText("x.yaml", text)).Select(d => d.Id);

    private static string Token(int expires, int threshold) =>
        $"authentication: {{ type: OAuth 2.0, endpoints: {{ token: {{ url: /t, response: {{ expires_in: {expires} }} }} }}, "
        + $"token_refresh: {{ automatic: true, threshold_seconds: {threshold} }} }}";

    private static string Total(decimal total, string resource) =>
        $"endpoint: {{ method: POST, path: /a, {resource}request: {{ body: {{ type: object, properties: {{ items: {{ type: array, "
        + "items: { type: object, properties: { quantity: { type: integer, example: 2 }, "
        + "unit_price: { type: number, example: 29.99 } } } } } } }, "
        + $"responses: {{ 201: {{ body: {{ id: x, total: {total.ToString(System.Globalization.CultureInfo.InvariantCulture)} }} }} }} }}";

    private static string Strategy(string text) =>
        $"error_codes: {{ A: {{ http_status: 503, retry_strategy: \"{text}\" }} }}";

    private static string Replay(int status) =>
        "test_scenarios: { idempotency: { name: x, steps: [\"Send order with Idempotency-Key: k\", \"Response: 201\", "
        + $"\"Send same request with same idempotency key\", \"Response: {status}\"] }} }}";

    private static string Signed(string more) =>
        "webhooks: { security: { signature_header: S, signature_algorithm: HMAC-SHA256, timestamp_header: T, "
        + $"replay_prevention: \"Reject if timestamp > 5 minutes old\"{more} }} }}";

    /// <summary>A specification the rule complains about, and one it does not.</summary>
    public sealed record RuleExample(string Id, string Bad, string Good)
    {
        public override string ToString() => $"{Id}: {Good}";
    }
}
