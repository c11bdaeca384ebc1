using System.Globalization;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.AuthRefresh;

/// <summary>
/// Every protected operation refuses requests without a credential, and with one that is not worth its name. What it
/// works on exists, so that nothing but the credential is missing.
/// </summary>
internal sealed class CredentialIsDemanded : EndpointSource
{
    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        if (!endpoint.IsProtected || endpoint.Context.Specification.Authentication is not { } authentication)
        {
            yield break;
        }

        var answer = Unauthorized(endpoint, authentication);
        var isRepresentative = ProtectedOperation.Representatives(endpoint.Context).Contains(endpoint);
        foreach (var attempt in CredentialAttempt.Of(authentication))
        {
            // An operation without a body has no place for it.
            var fits = attempt.Use is not CredentialUse.InBody || endpoint.Endpoint.Request is not null;
            if (fits && (attempt.IsForAll || isRepresentative))
            {
                yield return Case(endpoint, attempt, answer, authentication);
            }
        }
    }

    /// <summary>How an operation refuses a caller it does not know.</summary>
    public static ErrorAnswer Unauthorized(EndpointContext endpoint, Authentication authentication) =>
        endpoint.Context.Errors.FindAnywhere(endpoint.Endpoint, 401)
        ?? new ErrorAnswer(401, null, false, authentication.Location);

    private static ContractCase Case(
        EndpointContext endpoint,
        CredentialAttempt attempt,
        ErrorAnswer answer,
        Authentication authentication
    )
    {
        var requirement = RequirementOf(endpoint, attempt, answer);
        var ready = endpoint.Ready(endpoint.CaseId(ScenarioKind.AuthRefresh, attempt.Situation));
        var statuses = string.Join(" or ", attempt.Tolerated.Insert(0, answer.Status).Select(Text));
        return endpoint.Single(
            ScenarioKind.AuthRefresh,
            attempt.Situation,
            $"{endpoint.Endpoint.Name} with {attempt.Words} is refused with {statuses}",
            requirement,
            ready with
            {
                Request = ready.Request with { Credential = attempt.Use },
            },
            Expectations(endpoint, attempt, answer, requirement, authentication)
        ) with
        {
            Tags = ["refused", "credential"],
        };
    }

    private static Requirement RequirementOf(EndpointContext endpoint, CredentialAttempt attempt, ErrorAnswer answer) =>
        attempt.IsRecommended
            ? Sentences.Recommended(
                RequirementIds.Operation(endpoint.Endpoint, $"authentication.{attempt.Situation}"),
                $"The target SHOULD refuse {endpoint.Endpoint.Name} with {attempt.Words}.",
                answer.Location,
                "RFC 6750 section 3.1",
                "BRR-06"
            )
            : Sentences.Contract(
                RequirementIds.Operation(endpoint.Endpoint, "authentication"),
                $"The target MUST refuse {endpoint.Endpoint.Name} without a valid credential with 401.",
                answer.Location,
                attempt.IsCertificate ? ["MTL-05"] : ["BRR-02", "BRR-04", "BRR-07", "BRR-09", "KEY-01", "KEY-02"]
            );

    private static IEnumerable<ExchangeExpectation> Expectations(
        EndpointContext endpoint,
        CredentialAttempt attempt,
        ErrorAnswer answer,
        Requirement requirement,
        Authentication authentication
    )
    {
        yield return new StatusIs(requirement, [answer.Status, .. attempt.Tolerated]);
        if (answer.Code is { } code)
        {
            yield return new ErrorCodeIs(endpoint.Requirements.ErrorCode(answer), [code])
            {
                WhenStatus = answer.Status,
            };
        }

        if (attempt.Error is { } error && BearerChallenge.IsUsed(authentication))
        {
            yield return error.Length == 0
                ? BearerChallenge.WithoutError(authentication)
                : BearerChallenge.Naming(authentication, error);
        }
    }

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
