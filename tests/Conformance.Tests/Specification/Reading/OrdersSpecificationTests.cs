using Conformance.Specification;
using Conformance.Specification.Model;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Specification.Reading;

public sealed class OrdersSpecificationTests
{
    private static readonly LoadResult Loaded = SpecificationLoader.Load(RepositoryFiles.Spec("orders.yaml"));

    private static IntegrationSpecification Orders => Loaded.Specification!;

    private static Endpoint Create => Orders.FindEndpoint("POST", "/api/v1/orders")!;

    [Test]
    public void Nothing_is_wrong_with_it() => Loaded.Diagnostics.Should().BeEmpty();

    [Test]
    public void Every_section_is_there()
    {
        Orders.Info.Title.Value.Should().Be("Orders API");
        Orders.Overview!.InScope.Should().HaveCount(2);
        Orders.Endpoints.Should().HaveCount(5);
        Orders.ErrorCodes.Should().HaveCount(13);
        Orders.Webhooks!.Events.Should().HaveCount(3);
        Orders.SequenceDiagrams.Should().ContainSingle().Which.Text.Value.Should().StartWith("sequenceDiagram");
        Orders.TestScenarios.Should().HaveCount(9);
        Orders.Environments.Should().HaveCount(3);
        Orders.Digest.Should().MatchRegex("^[0-9a-f]{64}$");
    }

    [Test]
    public void Authentication_is_client_credentials_with_a_refresh_five_minutes_early()
    {
        var authentication = Orders.Authentication!;
        authentication.Type.Value.Should().Be(AuthenticationType.OAuth2ClientCredentials);
        authentication.TokenEndpoint!.ExpiresIn!.Value.Should().Be(TimeSpan.FromHours(1));
        authentication.TokenEndpoint.ClientAuthentication.Should().Be("body");
        authentication.HeaderName!.Value.Should().Be("Authorization");
        authentication.HeaderTemplate!.Value.Should().Be("Bearer {access_token}");
        authentication.Refresh!.Threshold!.Value.Should().Be(TimeSpan.FromMinutes(5));
        authentication.Scopes.Select(s => s.Key).Should().Equal("read", "write");
    }

    [Test]
    public void Constraint_phrases_become_keywords_that_stand_where_the_phrase_does()
    {
        var customer = Create.Request!.Schema.Properties[0].Schema;
        customer.MaxLength.Should().Be(50);
        customer.Pattern.Should().Be("^[A-Za-z0-9_-]+$");
        customer.LocationOf("maxLength").Should().Be(customer.LocationOf("constraints"));
        customer.LocationOf("maxLength").Path.Should().EndWith("properties.customer_id.constraints");
    }

    [Test]
    public void A_description_hint_makes_prices_multiples_of_a_cent()
    {
        var item = Create.Request!.Schema.Properties[1].Schema.Items!;
        var price = item.Properties.Single(p => p.Name.Value == "unit_price").Schema;
        price.MultipleOf.Should().Be(0.01m);
        price.LocationOf("multipleOf").Path.Should().EndWith("unit_price.description");
        price.Format.Should().Be("decimal");
    }

    [Test]
    public void Every_error_response_has_the_standard_fields_and_its_own()
    {
        var conflict = Create.FindResponse(409)!.Schema!;
        Required(conflict).Should().BeEquivalentTo(["error_code", "message", "request_id", "timestamp"]);
        conflict
            .Properties.Select(p => p.Name.Value)
            .Should()
            .BeEquivalentTo(["error_code", "message", "details", "request_id", "timestamp", "existing_order_id"]);
        conflict.Properties.Single(p => p.Name.Value == "timestamp").Schema.Format.Should().Be("date-time");
    }

    [Test]
    public void An_example_with_an_optional_standard_field_does_not_make_it_required() =>
        Required(Create.FindResponse(400)!.Schema!).Should().NotContain("details");

    [Test]
    public void A_429_without_a_body_has_the_body_of_the_exceeded_response()
    {
        var limited = Create.FindResponse(429)!;
        limited.ErrorCode!.Value.Should().Be("RATE_LIMIT_EXCEEDED");
        Required(limited.Schema!).Should().Contain(["error_code", "timestamp", "retry_after"]);
        Orders.RateLimits!.RetryAfterField.Should().Be("retry_after");
    }

    [Test]
    public void Limits_of_single_operations_are_on_their_endpoints()
    {
        Create.RateLimits.Should().ContainSingle().Which.Requests.Should().Be(100);
        Orders.FindEndpoint("GET", "/api/v1/orders")!.RateLimits.Single().Requests.Should().Be(300);
        Orders.FindEndpoint("GET", "/api/v1/search")!.RateLimits.Single().Requests.Should().Be(60);
        Orders.FindEndpoint("GET", "/api/v1/orders/{order_id}")!.RateLimits.Should().BeEmpty();
        Orders
            .RateLimits!.Default.Select(l => (l.Requests, l.Window))
            .Should()
            .Equal((100, TimeSpan.FromMinutes(1)), (10_000, TimeSpan.FromDays(1)));
        Orders.RateLimits.Burst!.Factor.Should().Be(1.5m);
        Orders.RateLimits.Headers!.Remaining!.Value.Should().Be("X-RateLimit-Remaining");
    }

    [Test]
    public void Roles_of_error_fields_are_as_declared() =>
        Orders
            .ErrorFormat!.Roles.Should()
            .Be(new ErrorRoles("error_code", "message", "details", "field", "error", "request_id", "timestamp"));

    [Test]
    public void Scenarios_without_an_operation_call_that_of_the_happy_path() =>
        Orders.TestScenarios.Should().OnlyContain(s => s.Endpoint == Create);

    [Test]
    public void Payload_phrases_find_their_fields()
    {
        Scenario("Successful order creation").Payload!.Edits.Should().BeEmpty();
        Scenario("Missing required field").Payload!.Edits.Should().Equal(new PayloadEdit.Without("customer_id"));
        var edit = (PayloadEdit.With)Scenario("Invalid quantity").Payload!.Edits.Single();
        edit.Path.Should().Be("items[0].quantity");
        edit.Value.GetInt32().Should().Be(0);
    }

    [Test]
    public void Steps_become_sends_and_responses_with_bindings()
    {
        var steps = Scenario("Duplicate request handling").Steps;
        steps.Should().HaveCount(4);
        var first = (ScenarioStep.Send)steps[0];
        first.Same.Should().BeFalse();
        first.Headers.Single().Should().Be(KeyValuePair.Create("X-Idempotency-Key", "abc123"));
        var second = (ScenarioStep.Send)steps[2];
        second.Same.Should().BeTrue();
        second.Headers.Single().Should().Be(first.Headers.Single());
        var replay = (ScenarioStep.Response)steps[3];
        replay.Status.Should().Be(200);
        replay.Bindings.Single().Should().Be(KeyValuePair.Create("order_id", "ORD-001"));
    }

    [Test]
    public void A_probe_names_its_operation()
    {
        var probe = Scenario("Successful order creation").Postconditions[0].Probe!;
        probe.Endpoint.OperationId.Value.Should().Be("get-order");
        probe.ExpectedFields.Single().Value.GetString().Should().Be("pending");
    }

    [Test]
    public void Environments_have_kinds_factors_service_levels_and_maintenance()
    {
        Orders.FindEnvironment("sandbox")!.RateLimitFactor!.Value.Should().Be(10);
        Orders.FindEnvironment("staging")!.Kind.Should().Be(EnvironmentKind.Staging);
        var production = Orders.FindEnvironment("production")!;
        production.Kind.Should().Be(EnvironmentKind.Production);
        production.Sla!.UptimePercent!.Value.Should().Be(99.9m);
        production
            .Sla.ResponseTimes.Select(t => (t.Key, t.Value.Value.TotalMilliseconds))
            .Should()
            .Equal((95, 200d), (99, 500d));
        production.MaintenanceWindow!.Day.Should().Be(DayOfWeek.Sunday);
        production.MaintenanceWindow.To.Should().Be(new TimeOnly(4, 0));
    }

    [Test]
    public void Webhooks_know_their_retries_signature_and_dedupe()
    {
        var webhooks = Orders.Webhooks!;
        webhooks.Security!.SignaturePrefix.Should().Be("sha256=");
        webhooks.Security.Tolerance!.Value.Should().Be(TimeSpan.FromMinutes(5));
        webhooks.Security.Dedupe!.Key.Value.Should().Be("event_id");
        webhooks.Security.Dedupe.Retention.Should().BeNull();
        webhooks.Retry!.Schedule.Select(s => s.Value.TotalMinutes).Should().Equal(0, 1, 5, 30, 120);
        webhooks.Retry.SuccessTimeout.Should().Be(TimeSpan.FromSeconds(30));
        var data = webhooks.Envelope!.Properties.Single(p => p.Name.Value == "data").Schema;
        data.Properties.Single(p => p.Name.Value == "changes").IsRequired.Should().BeFalse();
    }

    [Test]
    public void Idempotency_rules_are_bound()
    {
        var rules = Create.Idempotency!;
        rules.Retention.Should().Be(TimeSpan.FromHours(24));
        rules.OnReplay!.Status.Value.Should().Be(200);
        rules.OnReplay.Body.Should().Be("current");
        rules.OnMismatch!.ErrorCode!.Value.Should().Be("DUPLICATE_ORDER");
        rules.OnInFlight!.RetryAfter.Should().BeTrue();
        rules.BusinessErrors.Should().Be("not_stored");
    }

    [Test]
    public void Every_value_knows_its_line()
    {
        var lines = File.ReadAllLines(RepositoryFiles.Spec("orders.yaml"));
        var path = Create.Path;
        lines[path.Location.Line - 1]
            [(path.Location.Column - 1)..(path.Location.EndColumn - 1)]
            .Should()
            .Be("\"/api/v1/orders\"");
        path.Location.Path.Should().Be("endpoints[0].endpoint.path");
    }

    private static TestScenario Scenario(string name) => Orders.TestScenarios.Single(s => s.Name.Value == name);

    private static IEnumerable<string> Required(SchemaNode schema) =>
        schema.Properties.Where(p => p.IsRequired).Select(p => p.Name.Value);
}
