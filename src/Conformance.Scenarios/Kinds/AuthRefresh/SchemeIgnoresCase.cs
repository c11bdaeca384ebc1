using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.AuthRefresh;

/// <summary>The name of the authentication scheme is the same in any case.</summary>
internal sealed class SchemeIgnoresCase : IScenarioSource
{
    /// <inheritdoc />
    public IEnumerable<ContractCase> Compile(CompilerContext context)
    {
        if (
            context.Specification.Authentication
                is not {
                    Type.Value: AuthenticationType.OAuth2ClientCredentials or AuthenticationType.BearerToken
                } authentication
            || ProtectedOperation.Simplest(context) is not { } endpoint
        )
        {
            yield break;
        }

        var requirement = Sentences.Standard(
            RequirementIds.Section("authentication", "scheme"),
            "The target MUST accept the authentication scheme in any case.",
            authentication.HeaderTemplate?.Location ?? authentication.Location,
            "RFC 9110 section 11.1",
            "BRR-01"
        );
        foreach (var scheme in new[] { "bearer", "BEARER" })
        {
            var situation = scheme == "bearer" ? "scheme-in-lower-case" : "scheme-in-upper-case";
            var ready = endpoint.Ready(endpoint.CaseId(ScenarioKind.AuthRefresh, situation));
            yield return endpoint.Single(
                ScenarioKind.AuthRefresh,
                situation,
                $"{endpoint.Endpoint.Name} accepts the scheme written {scheme}",
                requirement,
                ready with
                {
                    Request = ready.Request with { Credential = new CredentialUse.OtherScheme(scheme) },
                },
                [new CredentialIsTaken(requirement)]
            ) with
            {
                Tags = ["accepted", "credential"],
            };
        }
    }
}
