using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Execution;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Tests.Execution;

/// <summary>A small contract and cases of it, for tests of the execution alone.</summary>
internal static class Contract
{
    public static Requirement Requirement { get; } =
        new("r", RequirementLevel.Must, RequirementBasis.Contract, "The target MUST behave.", SourceLocation.None);

    public static Endpoint Create { get; } =
        Endpoint("create", "POST", "/things") with
        {
            Resource = Role(ResourceAction.Create),
        };

    public static Endpoint Read { get; } =
        Endpoint("read", "GET", "/things/{id}") with
        {
            Resource = Role(ResourceAction.Read) with { PathParameter = "id" },
        };

    public static Endpoint List { get; } = Endpoint("list", "GET", "/things");

    public static Endpoint Remove { get; } =
        Endpoint("remove", "DELETE", "/things/{id}") with
        {
            Resource = Role(ResourceAction.Delete) with { PathParameter = "id", CleansUp = true },
        };

    public static IntegrationSpecification Open { get; } =
        new()
        {
            Info = null!,
            Digest = "",
            Endpoints = [List, Create, Read, Remove],
        };

    public static IntegrationSpecification With(Authentication authentication) =>
        Open with
        {
            Authentication = authentication,
        };

    public static Authentication OAuth2 { get; } =
        new()
        {
            Type = At(AuthenticationType.OAuth2ClientCredentials),
            HeaderName = At("Authorization"),
            HeaderTemplate = At("Bearer {access_token}"),
            TokenEndpoint = new(
                At("https://api.example.com/oauth/token"),
                At("POST"),
                At("application/x-www-form-urlencoded"),
                [
                    new("grant_type", At("client_credentials")),
                    new("client_id", At("{CLIENT_ID}")),
                    new("client_secret", At("{CLIENT_SECRET}")),
                    new("scope", At("read write")),
                ],
                "body",
                new SchemaNode { Location = SourceLocation.None },
                At(TimeSpan.FromHours(1)),
                SourceLocation.None
            ),
            Refresh = new(
                true,
                At(TimeSpan.FromMinutes(5)),
                At(2),
                At(TimeSpan.FromMilliseconds(10)),
                SourceLocation.None
            ),
            Location = SourceLocation.None,
        };

    public static ImmutableDictionary<string, string> Client { get; } =
        ImmutableDictionary<string, string>.Empty.Add("CLIENT_ID", "client-1").Add("CLIENT_SECRET", "s3cr3t/+ value");

    public static ExecutionOptions Options(Uri url) =>
        new()
        {
            BaseUrl = url,
            Configuration = Client,
            RequestTimeout = TimeSpan.FromSeconds(5),
        };

    public static TargetEnvironment Environment { get; } =
        new()
        {
            Name = At("sandbox"),
            Kind = EnvironmentKind.Sandbox,
            Location = SourceLocation.None,
        };

    public static ContractCase Case(params CaseStep[] steps) =>
        new()
        {
            Id = "case",
            Title = "A case",
            Kind = ScenarioKind.HappyPath,
            Requirement = Requirement,
            Steps = [.. steps],
        };

    public static RequestTemplate Get(Endpoint endpoint) =>
        new()
        {
            Endpoint = endpoint,
            Method = endpoint.Method.Value,
            Path = endpoint.Path.Value,
        };

    public static RequestTemplate Post(string json) =>
        Get(Create) with
        {
            Body = new BodyTemplate.Json(JsonElement.Parse(json), "application/json"),
        };

    public static CaseStep.Send Send(string name, RequestTemplate request, params int[] statuses) =>
        new(name, request) { Expectations = statuses.Length == 0 ? [] : [new StatusIs(Requirement, [.. statuses])] };

    public static Located<T> At<T>(T value) => new(value, SourceLocation.None);

    public static RateLimit Limit(int requests, TimeSpan window) => new(requests, window, SourceLocation.None);

    private static Endpoint Endpoint(string id, string method, string path) =>
        new()
        {
            OperationId = At(id),
            Method = At(method),
            Path = At(path),
            Location = SourceLocation.None,
        };

    private static ResourceRole Role(ResourceAction action) =>
        new()
        {
            Type = At("thing"),
            Action = action,
            Identifier = At("id"),
            Location = SourceLocation.None,
        };
}
