using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.AuthRefresh;

/// <summary>Every protected operation refuses requests without a credential, and with one that is not worth its name.</summary>
internal sealed class CredentialIsDemanded : EndpointSource
{
    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        if (!endpoint.IsProtected || endpoint.Context.Specification.Authentication is not { } authentication)
        {
            yield break;
        }

        var answer =
            endpoint.Context.Errors.FindAnywhere(endpoint.Endpoint, 401)
            ?? new ErrorAnswer(401, null, false, authentication.Location);
        var requirement = Sentences.Contract(
            RequirementIds.Operation(endpoint.Endpoint, "authentication"),
            $"The target MUST refuse {endpoint.Endpoint.Name} without a valid credential with 401.",
            answer.Location,
            "BRR-02",
            "BRR-04",
            "BRR-09",
            "KEY-02"
        );
        foreach (var (situation, words, use) in Credentials(authentication))
        {
            yield return Case(
                endpoint,
                situation,
                words,
                requirement,
                answer,
                request => request with { Credential = use }
            );
        }

        if (endpoint.Endpoint.Request is { } body && InvalidBody.Of(endpoint, body) is { } invalid)
        {
            yield return Case(
                endpoint,
                "credential-before-validation",
                "an invalid body and no credential",
                Sentences.Proposal(
                    RequirementIds.Operation(endpoint.Endpoint, "authentication.before_validation"),
                    $"The target SHOULD look at the credential of {endpoint.Endpoint.Name} before the body.",
                    answer.Location,
                    "BRR-10"
                ),
                answer,
                request => request with { Credential = new CredentialUse.Anonymous(), Body = invalid }
            );
        }
    }

    private static ContractCase Case(
        EndpointContext endpoint,
        string situation,
        string words,
        Requirement requirement,
        ErrorAnswer answer,
        Func<RequestTemplate, RequestTemplate> spoil
    )
    {
        var id = endpoint.CaseId(ScenarioKind.AuthRefresh, situation);
        var request = endpoint.Context.Requests.Of(endpoint.Endpoint, id, EndpointContext.RequestStep);
        return endpoint.Single(
            ScenarioKind.AuthRefresh,
            situation,
            $"{endpoint.Endpoint.Name} with {words} is refused with 401",
            requirement,
            new([], spoil(request)),
            endpoint.Refusal(requirement, answer)
        ) with
        {
            Tags = ["refused", "credential"],
        };
    }

    private static IEnumerable<(string Situation, string Words, CredentialUse Use)> Credentials(
        Authentication authentication
    )
    {
        yield return ("no-credential", "no credential", new CredentialUse.Anonymous());
        if (authentication.Type.Value is AuthenticationType.MutualTls)
        {
            yield return ("foreign-certificate", "a certificate of nobody", new CredentialUse.Literal("foreign"));
            yield break;
        }

        yield return ("unknown-credential", "a made-up credential", new CredentialUse.Literal("made-up-credential"));
        yield return ("tampered-credential", "a credential whose end was changed", new CredentialUse.Tampered());
        if (authentication.HeaderName is not null && authentication.QueryParameter is null)
        {
            var parameter = authentication.Type.Value is AuthenticationType.ApiKey ? "api_key" : "access_token";
            yield return (
                "credential-in-query",
                $"the credential in the query parameter {parameter} only",
                new CredentialUse.InQuery(parameter)
            );
        }

        if (authentication.Type.Value is not AuthenticationType.ApiKey)
        {
            yield return ("other-scheme", "the token under the scheme Basic", new CredentialUse.OtherScheme("Basic"));
        }
    }
}
