using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.RateLimit;

/// <summary>Where a limit is declared to be counted per client: another client is served meanwhile, another token of the same one is not.</summary>
internal static class LimitIsPerClient
{
    private const string OtherClientStep = "other client";
    private const string NewTokenStep = "new token";

    /// <summary>The cases, where the specification says that clients are counted apart.</summary>
    public static IEnumerable<ContractCase> Cases(LimitedOperation operation)
    {
        if (operation.Client is not { } client)
        {
            yield break;
        }

        yield return OtherClient(operation, client);
        if (
            operation.HasWindow
            && operation.Context.Context.Specification.Authentication?.Type.Value
                is AuthenticationType.OAuth2ClientCredentials
        )
        {
            yield return NewToken(operation, client);
        }
    }

    private static ContractCase OtherClient(LimitedOperation operation, string client)
    {
        var name = operation.Context.Endpoint.Name;
        var requirement = operation.Requirement(
            "per_client",
            $"The target MUST count the requests of {name} apart for each client ({client}).",
            "RTL-20"
        );
        return ExhaustedLimit.Case(
            operation,
            "other-client",
            $"another client is served by {name} while the first one is limited",
            requirement,
            request =>
                [
                    new CaseStep.Send(OtherClientStep, request with { Credential = new CredentialUse.SecondClient() })
                    {
                        Expectations =
                        [
                            // A resource of the first client need not be the second one's to see: refused, but not limited.
                            ResourceLife.NeedsResource(operation.Context.Endpoint)
                                ? new StatusIs(
                                    requirement,
                                    [ResourceLife.SuccessStatus(operation.Context.Endpoint), 404, 403]
                                )
                                : new StatusIs(requirement, [ResourceLife.SuccessStatus(operation.Context.Endpoint)]),
                        ],
                        SeesRefusal = true,
                    },
                ]
        ) with
        {
            Tags = ["exhausts", "second-client"],
        };
    }

    private static ContractCase NewToken(LimitedOperation operation, string client)
    {
        var name = operation.Context.Endpoint.Name;
        var requirement = operation.Requirement(
            "new_token",
            $"The target MUST count the requests of {name} for the client ({client}), whichever of its tokens they carry.",
            "RTL-20"
        );
        return ExhaustedLimit.Case(
            operation,
            "new-token",
            $"a new token does not lift the limit of {name}",
            requirement,
            request =>
                [
                    new CaseStep.Send(NewTokenStep, request with { Credential = new CredentialUse.OwnToken() })
                    {
                        SeesRefusal = true,
                    },
                ]
        ) with
        {
            Expectations = [new IsStillRefused(requirement, ExhaustedLimit.Step, NewTokenStep) { IsEssential = true }],
        };
    }
}
