using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Tests.Verdicts.Given;

/// <summary>A small specification, built by hand so that these tests depend on no loader.</summary>
internal static class Sample
{
    public static SourceLocation Line(int line) => new("specs/sample.yaml", line, 5, line, 20, $"line{line}");

    public static Located<T> At<T>(T value, int line = 1) => new(value, Line(line));

    public static Requirement Must(string id = "sample.requirement") =>
        new(id, RequirementLevel.Must, RequirementBasis.Contract, "The target MUST do as it is told.", Line(41));

    public static Requirement Should(string id = "sample.advice") =>
        new(id, RequirementLevel.Should, RequirementBasis.Standard, "The target SHOULD do as it is told.", Line(42));

    public static JsonElement Json(string text) => JsonElement.Parse(text);

    public static SchemaNode Text(int line, string? format = null, string? description = null) =>
        new()
        {
            Location = Line(line),
            Types = JsonTypes.String,
            Format = format,
            Description = description,
        };

    public static SchemaProperty Property(string name, SchemaNode schema, bool isRequired = true) =>
        new(new(name, schema.Location), schema, isRequired ? schema.Location : null);

    public static SchemaNode Object(int line, params SchemaProperty[] properties) =>
        new()
        {
            Location = Line(line),
            Types = JsonTypes.Object,
            Properties = [.. properties],
        };

    public static ErrorFormat Errors { get; } =
        new(
            Object(
                50,
                Property("error_code", Text(51)),
                Property("message", Text(52)),
                Property("details", new SchemaNode { Location = Line(53), Types = JsonTypes.Array }, isRequired: false),
                Property("request_id", Text(54)),
                Property("timestamp", Text(55, "date-time"))
            ),
            new("error_code", "message", "details", "field", "error", "request_id", "timestamp"),
            "application/json",
            Line(49)
        );

    public static ErrorCode Code(string code, int status, int line, params ResponseHeader[] headers) =>
        new(At(code, line), At(status, line), null, null, null, [.. headers], Line(line));

    public static ResponseHeader Header(string name, string text, int line) =>
        new(At(name, line), At(text, line), true, Text(line));

    public static ResponseDefinition Response(int status, SchemaNode? schema, int line, string? code = null) =>
        new(
            At(status, line),
            null,
            [],
            At("application/json", line),
            schema,
            null,
            code is null ? null : At(code, line),
            Line(line)
        );

    public static SchemaNode Created { get; } =
        Object(
            21,
            Property("order_id", Text(22)),
            Property("status", Text(23)),
            Property("created_at", Text(24, "date-time"))
        );

    public static Endpoint CreateOrder { get; } =
        new()
        {
            OperationId = At("create-order", 10),
            Method = At("POST", 10),
            Path = At("/orders", 10),
            Location = Line(10),
            Responses =
            [
                Response(201, Created, 20),
                Response(400, Errors.Schema, 25, "VALIDATION_ERROR"),
                Response(401, Errors.Schema, 26, "UNAUTHORIZED"),
                Response(409, Errors.Schema, 27, "CONFLICT"),
                Response(429, Errors.Schema, 28) with
                {
                    Headers = [Header("Retry-After", "60", 29)],
                },
                Response(500, Errors.Schema, 30, "INTERNAL_ERROR"),
            ],
            RateLimits = [new(100, TimeSpan.FromMinutes(1), Line(70))],
        };

    public static Endpoint GetOrder { get; } =
        CreateOrder with
        {
            OperationId = At("get-order", 31),
            Method = At("GET", 31),
            Path = At("/orders/{order_id}", 31),
            Location = Line(31),
            Responses = [Response(200, Created, 32), Response(404, Errors.Schema, 33, "NOT_FOUND")],
        };

    public static RateLimits Limits { get; } =
        new()
        {
            Default = [new(100, TimeSpan.FromMinutes(1), Line(61)), new(10_000, TimeSpan.FromDays(1), Line(62))],
            Headers = new(
                At("X-RateLimit-Limit", 63),
                At("X-RateLimit-Remaining", 64),
                At("X-RateLimit-Reset", 65),
                null,
                Line(63)
            ),
            ExceededResponse = Response(429, null, 66),
            RetryAfterField = "retry_after",
            Algorithm = At("fixed_window", 67),
            Location = Line(60),
        };

    public static IntegrationSpecification Specification { get; } =
        new()
        {
            Info = new(At("Sample"), null, null, [], null, null, null, Line(1)),
            Endpoints = [CreateOrder, GetOrder],
            ErrorFormat = Errors,
            ErrorCodes =
            [
                Code("VALIDATION_ERROR", 400, 80),
                Code("INVALID_CUSTOMER", 400, 81),
                Code("UNAUTHORIZED", 401, 82),
                Code("NOT_FOUND", 404, 83),
                Code("CONFLICT", 409, 84),
                Code("RATE_LIMIT_EXCEEDED", 429, 85, Header("Retry-After", "Seconds to wait before retry", 86)),
                Code("INTERNAL_ERROR", 500, 87),
            ],
            TestScenarios =
            [
                new()
                {
                    Kind = ScenarioKind.ValidationErrors,
                    Name = At("Missing field", 90),
                    ExpectedStatus = At(400, 91),
                    ExpectedError = At("VALIDATION_ERROR", 92),
                    Location = Line(90),
                },
            ],
            RateLimits = Limits,
            Digest = new string('0', 64),
        };

    public static TargetEnvironment Sandbox { get; } =
        new()
        {
            Name = At("sandbox", 95),
            Kind = EnvironmentKind.Sandbox,
            BaseUrl = At("https://api.example.com", 95),
            Location = Line(95),
        };

    /// <summary>An error body as the error format wants it.</summary>
    public static string Error(string code, string message = "It went wrong", string? details = null) =>
        $$"""
            {"error_code":"{{code}}","message":"{{message}}",{{(
                details is null ? "" : $"\"details\":{details},"
            )}}"request_id":"r-1","timestamp":"2026-01-15T10:30:00Z"}
            """;

    public const string Order = """{"order_id":"ORD-1","status":"pending","created_at":"2026-01-15T10:30:00Z"}""";

    public static ImmutableArray<KeyValuePair<string, string>> Headers(params (string Name, string Value)[] headers) =>
        [.. headers.Select(h => KeyValuePair.Create(h.Name, h.Value))];
}
