using System.Globalization;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Inventory;

/// <summary>Which credential an operation demands, and what the authentication section says beside its token endpoint.</summary>
internal sealed class AuthenticationRequirements : IRequirementSource
{
    /// <inheritdoc />
    public IEnumerable<InventoryEntry> Of(InventoryContext context) =>
        context.Specification.Authentication is { } authentication
            ? Whole(context, authentication)
                .Concat(
                    context.Specification.Endpoints.Where(context.IsProtected).SelectMany(e => Of(e, authentication))
                )
            : [];

    private static IEnumerable<InventoryEntry> Of(Endpoint endpoint, Authentication authentication)
    {
        var entries = new Entries(InventorySection.Authentication, endpoint);
        var at = endpoint.FindResponse(401)?.Location ?? authentication.Location;
        yield return entries.ByCase(
            Sentences.Contract(
                RequirementIds.Operation(endpoint, "authentication"),
                $"The target MUST refuse {endpoint.Name} without a valid credential with 401.",
                at
            )
        );
        if (
            endpoint.Resource is { Action: ResourceAction.Update or ResourceAction.Transition or ResourceAction.Delete }
        )
        {
            yield return entries.ByCase(
                Sentences.Contract(
                    RequirementIds.Operation(endpoint, "authentication.changes_nothing"),
                    $"The target MUST NOT carry out {endpoint.Name} for a caller that it refuses.",
                    at
                )
            );
        }

        if (endpoint.Request is not null)
        {
            yield return entries.ByCase(
                Sentences.Proposal(
                    RequirementIds.Operation(endpoint, "authentication.before_validation"),
                    $"The target SHOULD look at the credential of {endpoint.Name} before the body.",
                    at
                )
            );
        }

        if (authentication.TokenEndpoint is null)
        {
            yield break;
        }

        yield return entries.ByCase(
            Sentences.Contract(
                RequirementIds.Operation(endpoint, "authentication.expired"),
                $"The target MUST refuse {endpoint.Name} with a token that is expired.",
                at
            )
        );
        if (!endpoint.Scopes.IsEmpty)
        {
            yield return entries.ByCase(
                Sentences.Contract(
                    RequirementIds.Operation(endpoint, "security.scopes"),
                    $"The target MUST serve {endpoint.Name} to tokens with scope {string.Join(' ', endpoint.Scopes.Select(s => s.Value))} and to no others.",
                    endpoint.Scopes[0].Location
                )
            );
        }
    }

    private static IEnumerable<InventoryEntry> Whole(InventoryContext context, Authentication authentication)
    {
        var entries = new Entries(InventorySection.Authentication);
        yield return entries.OnAnswers(
            Sentences.Standard(
                RequirementIds.Section("authentication", "challenge"),
                "The target MUST send WWW-Authenticate with every 401.",
                authentication.Location
            ),
            "UnauthorizedHasChallenge",
            AnswersOf.Status(null, 401)
        );
        if (authentication.Type.Value is AuthenticationType.OAuth2ClientCredentials or AuthenticationType.BearerToken)
        {
            yield return entries.ByCase(
                Sentences.Standard(
                    RequirementIds.Section("authentication", "scheme"),
                    "The target MUST accept the authentication scheme in any case.",
                    authentication.Location
                )
            );
        }

        foreach (var (rule, number) in authentication.SecurityRequirements.Select((rule, i) => (rule, i + 1)))
        {
            yield return entries.NotObserved(
                Sentences.Contract(
                    RequirementIds.Section(
                        "authentication",
                        "security_requirements",
                        number.ToString(CultureInfo.InvariantCulture)
                    ),
                    $"Security requirement: {rule.Value}.",
                    rule.Location
                ),
                $"{Reasons.Prose} A run itself sends credentials over HTTPS only, loopback excepted."
            );
        }

        if (authentication.CredentialManagement is { } management)
        {
            yield return entries.NotObserved(
                Sentences.Contract(
                    RequirementIds.Section("authentication", "credential_management"),
                    $"Credentials MUST be managed as described: {management.Value.TrimEnd('.')}.",
                    management.Location
                ),
                Reasons.NeedsMoreThanARun
            );
        }
    }
}
