using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Inventory;

/// <summary>What the token endpoint issues and refuses, and how tokens are renewed.</summary>
internal sealed class TokenRequirements : IRequirementSource
{
    // What RFC 6749 section 5.2 has refused; clients that authenticate by header send no secret in the form.
    private static readonly string[] Refusals = ["no-grant-type", "unsupported-grant-type"];
    private static readonly string[] RefusedClients = ["wrong-secret", "unknown-client", "no-secret"];

    private readonly Entries entries = new(InventorySection.Authentication);

    /// <inheritdoc />
    public IEnumerable<InventoryEntry> Of(InventoryContext context) =>
        context.Specification.Authentication is { TokenEndpoint: { } tokens } authentication
            ? Issued(context, tokens)
                .Concat(Standards(tokens))
                .Concat(Renewal(tokens))
                .Concat(authentication.Refresh is { } refresh ? Refresh(refresh) : [])
            : [];

    private IEnumerable<InventoryEntry> Issued(InventoryContext context, TokenEndpoint tokens)
    {
        var response = Id("response");
        yield return entries.ByCase(
            Sentences.Contract(
                response,
                "The target MUST answer a valid token request with 200 and the declared fields.",
                tokens.Location
            )
        );
        foreach (var rule in new SchemaKeywords(context.Effective).Of(tokens.Response, s => s.WriteOnly))
        {
            yield return entries.ByCase(
                Sentences.Contract(
                    Id("response", rule.Path, rule.Keyword),
                    BodySentences.Of("a token response", rule),
                    rule.Location
                ),
                response
            );
        }

        if (context.Specification.Authentication is { Scopes.IsEmpty: false })
        {
            yield return entries.ByCase(
                Sentences.Contract(
                    Id("scope"),
                    "The target MUST issue tokens with the scopes that are asked for.",
                    tokens.Location
                )
            );
        }

        if (tokens.ExpiresIn is { } lifetime)
        {
            yield return entries.ByCase(
                Sentences.Advice(
                    Id("expires_in"),
                    $"The target SHOULD issue tokens that live {lifetime.Value.TotalSeconds} seconds, as the specification shows.",
                    lifetime.Location
                )
            );
            yield return entries.ByCase(
                Sentences.Contract(
                    Id("lives_until_expiry"),
                    "The target MUST accept a token until expires_in is over.",
                    lifetime.Location
                )
            );
        }
    }

    private IEnumerable<InventoryEntry> Standards(TokenEndpoint tokens)
    {
        (string Aspect, string Statement)[] musts =
        [
            (
                "fields",
                "The target MUST send access_token and token_type as texts, and expires_in as a positive number."
            ),
            ("no_store", "The target MUST forbid that token responses are stored (Cache-Control: no-store)."),
            ("post_only", "The target MUST NOT issue tokens to GET requests."),
            ("unknown_parameter", "The target MUST ignore token request parameters it does not know."),
            .. Refusals
                .Concat(tokens.ClientAuthentication == "basic" ? [] : RefusedClients)
                .Select(r => ($"refuses.{r}", $"The target MUST refuse a token request: {r.Replace('-', ' ')}.")),
        ];
        return musts
            .Select(m => entries.ByCase(Sentences.Standard(Id(m.Aspect), m.Statement, tokens.Location)))
            .Append(
                entries.ByCase(
                    Sentences.Recommended(
                        Id("no_refresh_token"),
                        "The target SHOULD NOT issue a refresh token for client credentials.",
                        tokens.Location
                    )
                )
            );
    }

    private IEnumerable<InventoryEntry> Renewal(TokenEndpoint tokens)
    {
        yield return entries.ByCase(
            Sentences.Contract(
                RequirementIds.Section("authentication", "token_refresh", "reuse"),
                "The target MUST accept the same token for several requests.",
                tokens.Location
            )
        );
        yield return entries.ByCase(
            Sentences.Contract(
                RequirementIds.Section("authentication", "token_refresh", "renew"),
                "The target MUST issue a new token while another one is still valid.",
                tokens.Location
            )
        );
    }

    private IEnumerable<InventoryEntry> Refresh(TokenRefresh refresh)
    {
        if (refresh.Automatic)
        {
            yield return entries.ByCase(
                Of(
                    "refresh_after_expiry",
                    "The target MUST issue a new token after the old one expired.",
                    refresh.Location
                )
            );
            if (refresh.Threshold is { } threshold)
            {
                yield return entries.ByCase(
                    Of(
                        "refresh_ahead",
                        $"The target MUST issue a new token {threshold.Value.TotalSeconds} seconds before the old one expires.",
                        threshold.Location
                    )
                );
            }
        }

        if (refresh.RetryAttempts is { } attempts)
        {
            yield return entries.NotObserved(
                Of(
                    "retry_attempts",
                    $"A caller repeats a failed token request {attempts.Value} times.",
                    attempts.Location
                ),
                Reasons.BindsTheCaller
            );
        }

        if (refresh.RetryDelay is { } delay)
        {
            yield return entries.NotObserved(
                Of(
                    "retry_delay",
                    $"A caller waits {delay.Value.TotalSeconds} seconds before it repeats a token request.",
                    delay.Location
                ),
                Reasons.BindsTheCaller
            );
        }
    }

    private static Requirement Of(string aspect, string statement, SourceLocation location) =>
        Sentences.Contract(RequirementIds.Section("authentication", "token_refresh", aspect), statement, location);

    private static string Id(params string[] parts) => RequirementIds.Section(["authentication", "token", .. parts]);
}
