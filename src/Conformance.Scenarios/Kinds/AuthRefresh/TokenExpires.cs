using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.AuthRefresh;

/// <summary>A token is served until it expires and refused afterwards; a new one is served again, and the request repeated once.</summary>
internal sealed class TokenExpires : EndpointSource
{
    private const string Token = "token";
    private const string FreshStep = "with the fresh token";
    private const string PassStep = "the token ages";
    private const string ExpiredStep = "with the expired token";
    private const string RetryStep = "with a new token";

    // A token request that takes its time, and a server that counts in whole seconds, must not look like leniency.
    private static readonly TimeSpan JustAfter = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan JustBefore = TimeSpan.FromSeconds(-15);

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        if (!endpoint.IsProtected || endpoint.Context.Specification.Authentication?.TokenEndpoint is not { } tokens)
        {
            yield break;
        }

        var answer =
            endpoint.Context.Errors.FindAnywhere(endpoint.Endpoint, 401)
            ?? new ErrorAnswer(401, null, false, tokens.Location);
        yield return Expired(endpoint, tokens, answer);
        if (endpoint == ProtectedOperation.Simplest(endpoint.Context))
        {
            yield return StillValid(endpoint, tokens);
            yield return NotReplaced(endpoint, tokens);
        }
    }

    private static ContractCase Expired(EndpointContext endpoint, TokenEndpoint tokens, ErrorAnswer answer)
    {
        var requirement = Sentences.Contract(
            RequirementIds.Operation(endpoint.Endpoint, "authentication.expired"),
            $"The target MUST refuse {endpoint.Endpoint.Name} with an expired token with 401, and serve it with a new one.",
            answer.Location,
            "BRR-04",
            "BRR-11"
        );
        var id = endpoint.CaseId(ScenarioKind.AuthRefresh, "expired-token");
        var ready = endpoint.Ready(id);
        return endpoint.Case(
            ScenarioKind.AuthRefresh,
            "expired-token",
            $"{endpoint.Endpoint.Name} with an expired token is refused with 401; with a new one it is served",
            requirement,
            [
                Fetch(tokens, requirement),
                new CaseStep.PassTime(PassStep, new TimeSource.UntilTokenExpiry(TokenRequests.Step, JustAfter)),
                .. ready.Before,
                new CaseStep.Send(
                    ExpiredStep,
                    ready.Request with
                    {
                        Credential = new CredentialUse.CapturedToken(Token),
                    }
                )
                {
                    Expectations = [.. Refused(endpoint, requirement, answer)],
                },
                new CaseStep.Send(RetryStep, ready.Request with { Credential = new CredentialUse.OwnToken() })
                {
                    Expectations = [new CredentialIsTaken(requirement)],
                },
            ]
        ) with
        {
            Isolation = CaseIsolation.SharedState,
            Expectations = [new TokenIsRenewed(requirement, ExpiredStep, RetryStep)],
            Tags = ["expiry"],
        };
    }

    private static IEnumerable<ExchangeExpectation> Refused(
        EndpointContext endpoint,
        Requirement requirement,
        ErrorAnswer answer
    )
    {
        var authentication = endpoint.Context.Specification.Authentication!;
        var refusal = endpoint.Refusal(requirement, answer);
        return BearerChallenge.IsUsed(authentication)
            ? refusal.Append(BearerChallenge.Naming(authentication, "invalid_token"))
            : refusal;
    }

    private static ContractCase StillValid(EndpointContext endpoint, TokenEndpoint tokens)
    {
        var requirement = Sentences.Contract(
            RequirementIds.Section("authentication", "token", "lives_until_expiry"),
            "The target MUST accept a token until expires_in is over.",
            tokens.ExpiresIn?.Location ?? tokens.Location,
            "BRR-11"
        );
        var request = endpoint.Ready(endpoint.CaseId(ScenarioKind.AuthRefresh, "token-until-expiry"));
        var send = request.Request with { Credential = new CredentialUse.CapturedToken(Token) };
        return endpoint.Case(
            ScenarioKind.AuthRefresh,
            "token-until-expiry",
            $"{endpoint.Endpoint.Name} accepts a token until it expires",
            requirement,
            [
                .. request.Before,
                Fetch(tokens, requirement),
                new CaseStep.Send(FreshStep, send) { Expectations = [new CredentialIsTaken(requirement)] },
                new CaseStep.PassTime(PassStep, new TimeSource.UntilTokenExpiry(TokenRequests.Step, JustBefore)),
                new CaseStep.Send("just before expiry", send) { Expectations = [new CredentialIsTaken(requirement)] },
            ]
        ) with
        {
            Isolation = CaseIsolation.SharedState,
            Tags = ["expiry"],
        };
    }

    private static ContractCase NotReplaced(EndpointContext endpoint, TokenEndpoint tokens)
    {
        var requirement = Sentences.Proposal(
            RequirementIds.Section("authentication", "token", "outlives_the_next"),
            "The target SHOULD accept a token until it expires, also when another one was issued after it.",
            tokens.Location,
            "BRR-11"
        );
        var request = endpoint.Ready(endpoint.CaseId(ScenarioKind.AuthRefresh, "older-token"));
        return endpoint.Case(
            ScenarioKind.AuthRefresh,
            "older-token",
            $"{endpoint.Endpoint.Name} accepts a token after another one was issued",
            requirement,
            [
                .. request.Before,
                Fetch(tokens, requirement),
                new CaseStep.Send("fetch another", TokenRequests.Of(tokens, TokenRequests.Declared(tokens)))
                {
                    IsArrangement = true,
                    Expectations = [new StatusIs(requirement, [200])],
                },
                new CaseStep.Send(
                    "with the older token",
                    request.Request with
                    {
                        Credential = new CredentialUse.CapturedToken(Token),
                    }
                )
                {
                    Expectations = [new CredentialIsTaken(requirement)],
                },
            ]
        ) with
        {
            Tags = ["token"],
        };
    }

    private static CaseStep.Send Fetch(TokenEndpoint tokens, Requirement requirement) =>
        new(TokenRequests.Step, TokenRequests.Of(tokens, TokenRequests.Declared(tokens)))
        {
            IsArrangement = true,
            Expectations = [new StatusIs(requirement, [200])],
            Captures = [new Capture(Token, "access_token")],
        };
}
