using Conformance.Specification;
using Conformance.Specification.Diagnostics;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Specification.Reading;

/// <summary>What the loader says of values that are wrong: the id, the words, the repair, and all of it together.</summary>
public sealed class ReadingErrorTests
{
    [TestCase(
        "info: { titel: x }",
        "DOC-103",
        "unknown key 'titel' in the specification's info",
        "did you mean 'title'?"
    )]
    [TestCase("infos: { title: x }", "DOC-103", "unknown key 'infos' in the specification", "did you mean 'info'?")]
    [TestCase("info: { version: \"1.0.0\" }", "DOC-006", "needs 'title'", "add 'title:'")]
    [TestCase("info: x", "DOC-004", "must be a mapping (key: value), not the text \"x\"", null)]
    [TestCase("info: { title: [a] }", "DOC-004", "'title' must be a text, not a list", null)]
    [TestCase("endpoints: { method: GET }", "DOC-004", "'endpoints' must be a list", null)]
    [TestCase("endpoint: { path: /a }", "DOC-006", "an endpoint needs 'method'", "add 'method:'")]
    [TestCase("endpoint: { method: GTE, path: /a }", "DOC-004", "'method' cannot be 'GTE'", "did you mean 'GET'?")]
    [TestCase(
        "endpoint: { method: GET, path: /a, resource: { type: a, action: list, identifier: id, order: newest first } }",
        "DOC-005",
        "'order' cannot be read",
        null
    )]
    [TestCase(
        "endpoint: { method: GET, path: /a, resource: { type: a, action: list, identifier: id, ownership: clients } }",
        "DOC-004",
        "'ownership' cannot be 'clients'",
        "did you mean 'client'?"
    )]
    [TestCase(
        "endpoint: { method: GET, path: /a, responses: { ok: { description: x } } }",
        "DOC-004",
        "a response must be an HTTP status",
        null
    )]
    [TestCase(
        "rate_limits: { default: { requests_per_minute: \"100\" } }",
        "DOC-004",
        "'requests_per_minute' must be a whole number, not the text \"100\"",
        "write 100 without quotes"
    )]
    [TestCase("rate_limits: { default: { requests_per_minute: 0 } }", "DOC-004", "a whole number above 0", null)]
    [TestCase(
        "rate_limits: { default: { burst_allowance: a lot } }",
        "DOC-005",
        "'burst_allowance' cannot be read",
        null
    )]
    [TestCase("rate_limits: { per_endpoint: { /a: { limit: many } } }", "DOC-005", "'limit' cannot be read", null)]
    [TestCase(
        "rate_limits: { algorithm: fixed-window }",
        "DOC-004",
        "'algorithm' cannot be",
        "did you mean 'fixed_window'?"
    )]
    [TestCase("authentication: { type: Kerberos }", "AUT-101", "authentication.type 'Kerberos' is unknown", null)]
    [TestCase("authentication: { flow: x }", "DOC-006", "needs 'type'", null)]
    [TestCase(
        "authentication: { type: JWT, token_refresh: { automatic: yes } }",
        "DOC-004",
        "must be true or false",
        null
    )]
    [TestCase("data_models: { A: { type: int } }", "DOC-004", "the text \"int\" is no type", "did you mean 'integer'?")]
    [TestCase(
        "data_models: { A: { type: string, maxLenght: 3 } }",
        "DOC-103",
        "unknown key 'maxLenght' in a schema",
        "did you mean 'maxLength'?"
    )]
    [TestCase(
        "data_models: { A: { $ref: \"#/data_models/B\" } }",
        "DOC-110",
        "there is no data model 'B'",
        "did you mean 'A'?"
    )]
    [TestCase(
        "data_models: { A: { $ref: B } }",
        "DOC-110",
        "unresolved reference 'B'",
        "write $ref: \"#/data_models/B\""
    )]
    [TestCase(
        "data_models: { A: { type: object, properties: { b: { type: string, required: true } } } }",
        "DOC-004",
        "'required' must be a list of property names",
        "list the name under 'required' of the object that has the property"
    )]
    [TestCase(
        "data_models: { A: { type: string, constraints: \"max 5 characters, pretty\" } }",
        "HTP-105",
        "constraint 'pretty' is not checked",
        null
    )]
    [TestCase("data_models: { A: { type: number, multipleOf: 0 } }", "DOC-004", "a number above 0", null)]
    [TestCase("data_models: { A: { type: string, maxLength: -1 } }", "DOC-004", "at least 0", null)]
    [TestCase("environments: { a: { base_url: example } }", "DOC-004", "'base_url' must be an absolute URL", null)]
    [TestCase("environments: { a: { rate_limits: plenty } }", "DOC-005", "'rate_limits' cannot be read", null)]
    [TestCase(
        "environments: { a: { maintenance_window: at night } }",
        "DOC-005",
        "'maintenance_window' cannot be read",
        null
    )]
    [TestCase("environments: { a: { sla: { uptime: always } } }", "DOC-005", "'uptime' cannot be read", null)]
    [TestCase(
        "environments: { a: { sla: { response_time_p95: fast } } }",
        "DOC-005",
        "'response_time_p95' cannot",
        null
    )]
    [TestCase("environments: { a: { time_scale: 0 } }", "DOC-004", "a number above 0", null)]
    [TestCase(
        "webhooks: { retry_policy: { schedule: [soon] } }",
        "DOC-005",
        "an entry of 'schedule' cannot be read",
        null
    )]
    [TestCase("webhooks: { events: { e: { triggered_by: [x] } } }", "DOC-110", "there is no operation 'x'", null)]
    [TestCase("error_codes: { A: { http_status: 200 } }", "DOC-004", "an HTTP error status", null)]
    [TestCase("error_codes: { A: { description: x } }", "DOC-006", "error code 'A' needs 'http_status'", null)]
    [TestCase(
        "test_scenarios: { happy_path: { name: x, request: {valid order payload} } }",
        "SCN-101",
        "a payload phrase needs quotes",
        "write \"{valid order payload}\""
    )]
    [TestCase(
        "test_scenarios: { happy_path: { name: x, request: \"whatever\" } }",
        "SCN-101",
        "a payload cannot be read: \"whatever\"",
        null
    )]
    [TestCase("test_scenarios: { idempotency: { name: x, steps: [Dance] } }", "SCN-101", "a step cannot be read", null)]
    [TestCase("test_scenarios: { happy: { name: x } }", "DOC-103", "unknown key 'happy'", "did you mean 'happy_path'?")]
    [TestCase("info: { title: {CLIENT_ID} }", "DOC-004", "must be a text", "put it in quotes: \"{CLIENT_ID}\"")]
    [TestCase("idempotency: { required: true }", "DOC-006", "needs 'header'", null)]
    public void A_wrong_value_is_explained(string text, string id, string words, string? fix)
    {
        // The first case names the section in its own words.
        words = words.Replace("the specification's info", "the section 'info'", StringComparison.Ordinal);
        var findings = SpecificationLoader.LoadText("x.yaml", text).Diagnostics;
        var finding = findings.Should().ContainSingle(d => d.Id == id && d.Message.Contains(words)).Subject;
        finding.Location.Line.Should().Be(1);
        if (fix is not null)
        {
            finding.Fix.Should().Be(fix);
        }
    }

    [Test]
    public void Everything_wrong_is_reported_together_in_the_order_of_the_text()
    {
        const string text = """
            info: { titel: x }
            authentication: { type: Kerberos }
            rate_limits: { default: { requests_per_minute: many } }
            error_codes: { A: { http_status: 200 }, A: { http_status: 400 } }
            """;
        var errors = SpecificationLoader.LoadText("x.yaml", text).Diagnostics.Where(d => d.Severity == Severity.Error);
        errors
            .Select(d => (d.Location.Line, d.Id))
            .Should()
            .Equal((1, "DOC-006"), (1, "DOC-103"), (2, "AUT-101"), (3, "DOC-004"), (4, "DOC-004"), (4, "DOC-102"));
    }

    [Test]
    public void Additions_and_private_keys_are_allowed_everywhere()
    {
        const string text = """
            x-owner: me
            info: { title: x, addition: true, x-note: y }
            error_codes: { addition: true, A: { http_status: 400, addition: true, x-a: 1 } }
            """;
        SpecificationLoader.LoadText("x.yaml", text).HasErrors.Should().BeFalse();
    }

    [Test]
    public void A_name_that_may_mean_several_fields_is_an_error_that_lists_them()
    {
        const string text = """
            endpoint:
              method: POST
              path: /orders
              request:
                body:
                  type: object
                  properties:
                    billing: { type: object, properties: { city: { type: string } } }
                    shipping: { type: object, properties: { city: { type: string } } }
              responses: { 201: { description: x } }
            test_scenarios:
              validation_errors:
                - { name: a, request: "{order without city}", expected_status: 400 }
                - { name: b, request: "{order without shipping.city}", expected_status: 400 }
                - { name: c, request: "{order without citi}", expected_status: 400 }
            """;
        var loaded = SpecificationLoader.LoadText("x.yaml", text);
        var errors = loaded.Diagnostics.Where(d => d.Severity == Severity.Error).ToList();
        errors.Should().HaveCount(2);
        errors[0].Message.Should().Be("'city' may mean 2 fields");
        errors[0].Expected.Should().Be("one of billing.city, shipping.city");
        errors[1].Message.Should().Contain("there is no field 'citi'");
        loaded.Specification!.TestScenarios[1].Payload!.Edits.Single().Path.Should().Be("shipping.city");
    }

    [Test]
    public void A_scenario_whose_operation_cannot_be_told_is_an_error()
    {
        const string text = """
            endpoints:
              - { method: POST, path: /a, request: { body: { x: 1 } }, responses: { 201: { description: x } } }
              - { method: POST, path: /b, request: { body: { x: 1 } }, responses: { 201: { description: x } } }
            test_scenarios:
              edge_cases:
                - { name: which, expected_status: 409 }
                - { name: that, operation: post-b, expected_status: 201 }
                - { name: none, method: POST, path: /c, expected_status: 201 }
            """;
        var loaded = SpecificationLoader.LoadText("x.yaml", text);
        loaded
            .Diagnostics.Where(d => d.Severity == Severity.Error)
            .Select(d => d.Message)
            .Should()
            .Equal(
                "it cannot be told which operation this scenario calls",
                "unresolved reference: there is no operation 'POST /c'"
            );
        loaded.Specification!.TestScenarios[1].Endpoint!.Path.Value.Should().Be("/b");
    }

    [Test]
    public void Files_of_a_folder_that_say_the_same_twice_are_told_apart()
    {
        var folder = Directory.CreateTempSubdirectory("conformance-").FullName;
        try
        {
            File.WriteAllText(
                Path.Combine(folder, "a.yaml"),
                "info: { title: a }\nerror_codes: { A: { http_status: 400 } }\n"
            );
            File.WriteAllText(
                Path.Combine(folder, "b.yml"),
                "info: { title: b }\nerror_codes: { B: { http_status: 401 } }\n"
            );
            var loaded = SpecificationLoader.Load(folder);
            var error = loaded.Diagnostics.Single(d => d.Severity == Severity.Error);
            error.Id.Should().Be("DOC-102");
            error.Location.File.Should().EndWith("b.yml");
            error.Related.Single().Location.File.Should().EndWith("a.yaml");
            loaded.Specification!.ErrorCodes.Should().HaveCount(2);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void Two_operations_of_one_method_and_path_are_an_error()
    {
        const string text = """
            endpoints:
              - { method: GET, path: /a, responses: { 200: { description: x } } }
              - { method: GET, path: /a, operation_id: other, responses: { 200: { description: x } } }
            """;
        SpecificationLoader
            .LoadText("x.yaml", text)
            .Diagnostics.Single(d => d.Severity == Severity.Error)
            .Message.Should()
            .Be("operation 'GET /a' is declared twice (first at line 2)");
    }
}
