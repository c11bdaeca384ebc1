using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.AuthRefresh;

/// <summary>
/// A client that keeps its token, renews it ahead of expiry by the declared threshold, or after expiry, or on demand, is
/// served throughout.
/// </summary>
internal sealed class TokenIsReusedAndRenewed : IScenarioSource
{
    private const string FirstStep = "first";
    private const string SecondStep = "second";
    private static readonly TimeSpan ALittle = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    public IEnumerable<ContractCase> Compile(CompilerContext context) =>
        context.Specification.Authentication is { TokenEndpoint: { } tokens } authentication
        && ProtectedOperation.Simplest(context) is { } endpoint
            ? Compile(endpoint, tokens, authentication.Refresh)
            : [];

    private static IEnumerable<ContractCase> Compile(
        EndpointContext endpoint,
        TokenEndpoint tokens,
        TokenRefresh? refresh
    )
    {
        var reuse = Demand("reuse", "The target MUST accept the same token for several requests.", tokens.Location);
        yield return Case(endpoint, "token-reuse", "with the same token twice", reuse, []) with
        {
            Expectations = [new TokenIsReused(reuse, FirstStep, SecondStep)],
        };

        var anew = Demand(
            "renew",
            "The target MUST issue a new token while another one is still valid.",
            tokens.Location
        );
        yield return Renewed(
            endpoint,
            "new-token-on-demand",
            "with a token fetched anew",
            anew,
            new CaseStep.ForgetToken("forget the token")
        );
        if (refresh is not { Automatic: true })
        {
            yield break;
        }

        if (refresh.Threshold is { } threshold)
        {
            var ahead = Demand(
                "refresh_ahead",
                $"The target MUST issue a new token {threshold.Value.TotalSeconds} seconds before the old one expires.",
                threshold.Location
            );
            yield return Renewed(
                endpoint,
                "refresh-ahead-of-expiry",
                $"with a token renewed {threshold.Value.TotalSeconds} seconds ahead of expiry",
                ahead,
                new CaseStep.PassTime(
                    "into the threshold",
                    new TimeSource.UntilTokenExpiry(FirstStep, ALittle - threshold.Value)
                )
            );
        }

        var after = Demand(
            "refresh_after_expiry",
            "The target MUST issue a new token after the old one expired.",
            refresh.Location
        );
        yield return Renewed(
            endpoint,
            "refresh-after-expiry",
            "with a token renewed after expiry",
            after,
            new CaseStep.PassTime("past expiry", new TimeSource.UntilTokenExpiry(FirstStep, ALittle))
        );
    }

    private static ContractCase Renewed(
        EndpointContext endpoint,
        string situation,
        string words,
        Requirement requirement,
        CaseStep between
    ) =>
        Case(endpoint, situation, words, requirement, [between]) with
        {
            Expectations = [new TokenIsRenewed(requirement, FirstStep, SecondStep)],
            Isolation = between is CaseStep.PassTime ? CaseIsolation.SharedState : CaseIsolation.Parallel,
        };

    private static ContractCase Case(
        EndpointContext endpoint,
        string situation,
        string words,
        Requirement requirement,
        ImmutableArray<CaseStep> between
    )
    {
        var ready = endpoint.Ready(endpoint.CaseId(ScenarioKind.AuthRefresh, situation));
        var request = ready.Request with { Credential = new CredentialUse.OwnToken() };
        return endpoint.Case(
            ScenarioKind.AuthRefresh,
            situation,
            $"{endpoint.Endpoint.Name} is served {words}",
            requirement,
            [
                .. ready.Before,
                new CaseStep.Send(FirstStep, request) { Expectations = [new CredentialIsTaken(requirement)] },
                .. between,
                new CaseStep.Send(SecondStep, request) { Expectations = [new CredentialIsTaken(requirement)] },
            ]
        ) with
        {
            Tags = ["token"],
        };
    }

    private static Requirement Demand(string aspect, string statement, SourceLocation location) =>
        Sentences.Contract(RequirementIds.Section("authentication", "token_refresh", aspect), statement, location);
}
