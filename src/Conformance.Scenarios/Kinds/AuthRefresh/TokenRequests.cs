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

    /// <summary>The form with the configured value of a field changed.</summary>
    public static ImmutableArray<KeyValuePair<string, ValueSource>> Changed(
        TokenEndpoint endpoint,
        string name,
        CredentialChange change
    ) =>
        [
            .. Declared(endpoint)
                .Select(p =>
                    p.Key == name && p.Value is ValueSource.Configured configured
                        ? new KeyValuePair<string, ValueSource>(p.Key, configured with { Change = change })
                        : p
                ),
        ];

    /// <summary>The response is JSON and says so.</summary>
    public static HeaderIs IsJson(Requirement requirement) =>
        new(
            requirement,
            "Content-Type",
            @"^[Aa][Pp][Pp][Ll][Ii][Cc][Aa][Tt][Ii][Oo][Nn]/[Jj][Ss][Oo][Nn]\s*(;|$)",
            "application/json"
        );

    /// <summary>The body of a refusal is an error of RFC 6749 with one of these codes.</summary>
    public static IEnumerable<ExchangeExpectation> IsError(
        TokenEndpoint endpoint,
        Requirement requirement,
        ImmutableArray<string> codes
    ) =>
        [
            new BodyMatches(requirement, TokenSchema.Error(endpoint.Location, [.. codes])),
            IsJson(
                Standard(
                    endpoint,
                    "error.content_type",
                    "The target MUST send the errors of its token endpoint as application/json.",
                    "RFC 6749 section 5.2",
                    "TOK-13"
                )
            ),
            new HeaderIs(
                Recommended(
                    endpoint,
                    "error.challenge",
                    "The target SHOULD name the schemes it knows in WWW-Authenticate when it answers a token request with 401.",
                    "RFC 9110 section 15.5.2",
                    "HTTP-05"
                ),
                "WWW-Authenticate",
                null,
                null
            )
            {
                WhenStatus = 401,
            },
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

    /// <summary>What RFC 6749 recommends to the token endpoint, or lets it choose.</summary>
    public static Requirement Recommended(
        TokenEndpoint endpoint,
        string aspect,
        string statement,
        params string[] references
    ) =>
        Sentences.Recommended(
            RequirementIds.Section("authentication", "token", aspect),
            statement,
            endpoint.Location,
            references
        );

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
