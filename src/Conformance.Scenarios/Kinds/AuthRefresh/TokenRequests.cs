using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.AuthRefresh;

/// <summary>Requests to the token endpoint, and cases about it alone.</summary>
internal static class TokenRequests
{
    /// <summary>Name of the step.</summary>
    public const string Step = "fetch token";

    /// <summary>The form the specification declares.</summary>
    public static ImmutableArray<KeyValuePair<string, ValueSource>> Declared(TokenEndpoint endpoint) =>
        [
            .. endpoint
                .Parameters.Where(p =>
                    endpoint.ClientAuthentication != "basic" || p.Key is not ("client_id" or "client_secret")
                )
                .Select(p => new KeyValuePair<string, ValueSource>(p.Key, Placeholder.Of(p.Value))),
        ];

    /// <summary>The form with one field changed, or left out.</summary>
    public static ImmutableArray<KeyValuePair<string, ValueSource>> With(
        TokenEndpoint endpoint,
        string name,
        string? value
    ) =>
        [
            .. Declared(endpoint).Where(p => p.Key != name),
            .. value is null
                ? ImmutableArray<KeyValuePair<string, ValueSource>>.Empty
                : [new(name, new ValueSource.Literal(value))],
        ];

    /// <summary>A request with that form.</summary>
    public static RequestTemplate Of(TokenEndpoint endpoint, ImmutableArray<KeyValuePair<string, ValueSource>> form) =>
        new()
        {
            Target = RequestTarget.TokenEndpoint,
            Method = endpoint.Method,
            Path = "",
            Body = new BodyTemplate.Form(form),
            Credential =
                endpoint.ClientAuthentication == "basic" ? new CredentialUse.Managed() : new CredentialUse.Anonymous(),
        };

    /// <summary>A case of one token request.</summary>
    public static ContractCase Case(
        string situation,
        string title,
        RequestTemplate request,
        Requirement requirement,
        params IEnumerable<ExchangeExpectation> expectations
    ) =>
        new()
        {
            Id = $"token/{KindNames.Of(ScenarioKind.AuthRefresh)}/{situation}",
            Title = title,
            Kind = ScenarioKind.AuthRefresh,
            Requirement = requirement,
            Steps = [new CaseStep.Send(Step, request) { Expectations = [.. expectations] }],
            Tags = ["token"],
        };

    /// <summary>A requirement of RFC 6749 on the token endpoint.</summary>
    public static Requirement Standard(
        TokenEndpoint endpoint,
        string aspect,
        string statement,
        params string[] references
    ) =>
        Sentences.Standard(
            RequirementIds.Section("authentication", "token", aspect),
            statement,
            endpoint.Location,
            references
        );
}
