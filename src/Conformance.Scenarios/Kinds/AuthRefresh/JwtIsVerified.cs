using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.AuthRefresh;

/// <summary>
/// A JWT is believed for its signature, and only as long and by whom it is meant for. What needs no key is tried
/// wherever tokens are JWTs; the rest where the specification names a test issuer.
/// </summary>
internal sealed class JwtIsVerified : IScenarioSource
{
    private const string BaselineStep = "of the test issuer";

    /// <inheritdoc />
    public IEnumerable<ContractCase> Compile(CompilerContext context) =>
        context.Specification.Authentication is { Jwt: { } jwt } authentication
            ? ProtectedOperation
                .Representatives(context)
                .SelectMany(endpoint =>
                    Forgeries(jwt)
                        .Where(f =>
                            f.Forgery is not JwtForgery.Issued || endpoint == ProtectedOperation.Simplest(context)
                        )
                        .Select(f => Case(endpoint, authentication, f))
                )
            : [];

    private static IEnumerable<Attempt> Forgeries(JwtRules jwt)
    {
        foreach (var algorithm in new[] { "none", "None", "NONE", "nOnE" })
        {
            yield return new(
                $"jwt-alg-{Spelling(algorithm)}",
                $"a JWT of algorithm {algorithm}",
                new JwtForgery.Unsigned(algorithm),
                jwt.Location,
                ["RFC 8725 section 3.1", "JWT-01"]
            );
        }

        ImmutableArray<string> signature = ["RFC 8725 section 3.3", "JWT-03"];
        yield return new("jwt-altered", "a JWT with altered claims", new JwtForgery.Altered(), jwt.Location, signature);
        yield return new(
            "jwt-without-signature",
            "a JWT whose signature is empty",
            new JwtForgery.Stripped(KeepsDot: true),
            jwt.Location,
            signature
        );
        yield return new(
            "jwt-of-two-parts",
            "a JWT whose signature is missing",
            new JwtForgery.Stripped(KeepsDot: false),
            jwt.Location,
            signature
        );
        ImmutableArray<string> keys = ["RFC 8725 section 3.10", "JWT-09"];
        yield return new(
            "jwt-key-id-path",
            "a JWT whose kid is a path",
            new JwtForgery.Header("kid", "../../../../dev/null"),
            jwt.Location,
            keys
        );
        yield return new(
            "jwt-key-id-query",
            "a JWT whose kid is a piece of SQL",
            new JwtForgery.Header("kid", "' OR '1'='1"),
            jwt.Location,
            keys
        );
        foreach (var issued in jwt.TestIssuer is null ? [] : Issued(jwt))
        {
            yield return issued;
        }
    }

    private static IEnumerable<Attempt> Issued(JwtRules jwt)
    {
        yield return Of(
            "jwt-expired",
            "an expired JWT",
            JwtFlaw.Expired,
            jwt.Location,
            "RFC 7519 section 4.1.4",
            "JWT-04"
        );
        yield return Of(
            "jwt-not-yet-valid",
            "a JWT that is not valid yet",
            JwtFlaw.NotYetValid,
            jwt.Location,
            "RFC 7519 section 4.1.5",
            "JWT-05"
        );
        yield return Of(
            "jwt-unknown-extension",
            "a JWT that demands an unknown extension",
            JwtFlaw.UnknownExtension,
            jwt.Location,
            "RFC 7515 section 4.1.11",
            "JWT-11"
        );
        if (jwt.Audience is { } audience)
        {
            const string Section = "RFC 8725 section 3.9";
            yield return Of(
                "jwt-for-another",
                "a JWT for another audience",
                JwtFlaw.OtherAudience,
                audience.Location,
                Section,
                "JWT-06"
            );
            yield return Of(
                "jwt-for-nobody",
                "a JWT for no audience",
                JwtFlaw.NoAudience,
                audience.Location,
                Section,
                "JWT-06"
            );
        }

        if (jwt.Issuer is { } issuer)
        {
            yield return Of(
                "jwt-of-another-issuer",
                "a JWT of another issuer",
                JwtFlaw.OtherIssuer,
                issuer.Location,
                "RFC 8725 section 3.8",
                "JWT-07"
            );
        }
    }

    private static Attempt Of(
        string situation,
        string words,
        JwtFlaw flaw,
        SourceLocation location,
        params ImmutableArray<string> references
    ) => new(situation, words, new JwtForgery.Issued(flaw), location, references);

    private static ContractCase Case(EndpointContext endpoint, Authentication authentication, Attempt attempt)
    {
        var answer = CredentialIsDemanded.Unauthorized(endpoint, authentication);
        var requirement = Sentences.Standard(
            RequirementIds.Section("authentication", "jwt", attempt.Situation),
            $"The target MUST refuse {attempt.Words}.",
            attempt.Location,
            [.. attempt.References]
        );
        var id = endpoint.CaseId(ScenarioKind.AuthRefresh, attempt.Situation);
        var ready = endpoint.Ready(id);
        var single = endpoint.Single(
            ScenarioKind.AuthRefresh,
            attempt.Situation,
            $"{endpoint.Endpoint.Name} with {attempt.Words} is refused with {answer.Status}",
            requirement,
            ready with
            {
                Request = ready.Request with { Credential = new CredentialUse.Forged(attempt.Forgery) },
            },
            Expectations(endpoint, authentication, requirement, answer)
        ) with
        {
            Tags = ["refused", "credential", "jwt"],
        };
        return attempt.Forgery is JwtForgery.Issued
            ? single with
            {
                Steps = single.Steps.Insert(ready.Before.Length, Baseline(endpoint, ready.Request, requirement)),
            }
            : single;
    }

    // A target that does not trust the test issuer refuses everything of it; that would show nothing.
    private static CaseStep.Send Baseline(EndpointContext endpoint, RequestTemplate request, Requirement requirement) =>
        new(BaselineStep, request with { Credential = new CredentialUse.Forged(new JwtForgery.Issued(JwtFlaw.None)) })
        {
            IsArrangement = true,
            Expectations = [new StatusIs(requirement, [ResourceLife.SuccessStatus(endpoint.Endpoint)])],
        };

    private static IEnumerable<ExchangeExpectation> Expectations(
        EndpointContext endpoint,
        Authentication authentication,
        Requirement requirement,
        ErrorAnswer answer
    )
    {
        var refusal = endpoint.Refusal(requirement, answer);
        return BearerChallenge.IsUsed(authentication)
            ? refusal.Append(BearerChallenge.Naming(authentication, "invalid_token"))
            : refusal;
    }

    // Ids are compared without regard to case somewhere, so the spellings are told apart by words.
    private static string Spelling(string algorithm) =>
        algorithm switch
        {
            "none" => "none",
            "None" => "none-capitalised",
            "NONE" => "none-in-capitals",
            _ => "none-in-mixed-case",
        };

    private sealed record Attempt(
        string Situation,
        string Words,
        JwtForgery Forgery,
        SourceLocation Location,
        ImmutableArray<string> References
    );
}
