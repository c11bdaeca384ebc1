using System.Globalization;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Inventory;

/// <summary>What happens to a request that is sent twice: each field of an operation's idempotency rules.</summary>
internal sealed class IdempotencyRequirements : IRequirementSource
{
    /// <inheritdoc />
    public IEnumerable<InventoryEntry> Of(InventoryContext context) =>
        context.Specification.Endpoints.SelectMany(endpoint =>
            endpoint.Idempotency is { } rules
                ? Outcomes(context, endpoint, rules).Concat(Keys(endpoint, rules)).Concat(Errors(endpoint, rules))
                : []
        );

    private static IEnumerable<InventoryEntry> Outcomes(
        InventoryContext context,
        Endpoint endpoint,
        IdempotencyRules rules
    )
    {
        var entries = new Entries(InventorySection.Idempotency, endpoint);
        var header = rules.Header.Value;
        InventoryEntry Rule(string aspect, string statement, SourceLocation? at = null) =>
            entries.ByCase(Sentence(endpoint, rules, aspect, statement, at));
        if (rules.OnReplay is { } replay)
        {
            yield return Rule(
                "replay",
                $"The target MUST answer the same request with the same {header} with {replay.Status.Value} and the same resource.",
                replay.Location
            );
            if (context.Specification.Authentication?.TokenEndpoint is not null)
            {
                yield return Rule(
                    "replay_with_new_token",
                    "The target MUST recognise a key of the same client by any of its tokens."
                );
            }

            if (context.IsProtected(endpoint))
            {
                yield return Rule("replay_is_authorised", "The target MUST refuse a replay without credentials.");
            }

            if (replay.MarkerHeader is { } marker)
            {
                yield return Rule(
                    "marker",
                    $"The target MUST mark a replay with the header {marker}.",
                    replay.Location
                );
            }
        }

        if (rules.OnMismatch is { } mismatch)
        {
            yield return Rule(
                "mismatch",
                $"The target MUST refuse another payload with the same {header} with {mismatch.Status.Value}.",
                mismatch.Location
            );
            yield return Rule(
                "mismatch_is_harmless",
                $"The target MUST still replay the first request after it refused another payload with its {header}."
            );
        }

        yield return Rule(
            "concurrent",
            $"The target MUST make one resource of simultaneous requests with the same {header}."
        );
        if (rules.OnInFlight is { } inFlight)
        {
            var answer = inFlight.Status.Value.ToString(CultureInfo.InvariantCulture);
            yield return Rule(
                "in_flight",
                $"The target MUST refuse a request whose {header} is under way with {answer}, if it does not wait.",
                inFlight.Location
            ) with
            {
                ReasonWhenUntested = Reasons.ProvidersChoice,
            };
        }

        if (rules.Canonicalization is not null)
        {
            yield return Rule("canonicalization", "The target MUST compare payloads as the specification says.");
        }
    }

    private static IEnumerable<InventoryEntry> Keys(Endpoint endpoint, IdempotencyRules rules)
    {
        var entries = new Entries(InventorySection.Idempotency, endpoint);
        InventoryEntry Rule(string aspect, string statement) =>
            entries.ByCase(Sentence(endpoint, rules, aspect, statement, null));
        yield return rules.Required
            ? Rule("required", $"The target MUST refuse a request without {rules.Header.Value}.")
            : Rule("missing_key", $"The target MUST process requests without {rules.Header.Value} one by one.");
        yield return Rule(
            "different_keys",
            $"The target MUST process the same payload anew under another {rules.Header.Value}."
        );
        if (rules.MinLength > 0)
        {
            yield return Rule("min_length", $"The target MUST refuse keys of fewer than {rules.MinLength} characters.");
        }

        if (rules.MaxLength is { } greatest)
        {
            yield return Rule(
                "max_length",
                $"The target MUST accept keys up to {greatest} characters and refuse longer ones."
            );
        }

        if (rules.Retention is { } retention)
        {
            yield return Rule("retention", $"The target MUST remember a key for {retention}.");
        }

        foreach (var part in rules.Scope)
        {
            var entry = Rule($"scope.{PartOf(part)}", $"The target MUST tell keys apart by {part}.");
            yield return entry with
            {
                ReasonWhenUntested = part is "method" or "path"
                    ? "It needs a second operation that takes keys."
                    : Reasons.NeedsSecondClient,
            };
        }
    }

    // However a specification calls its callers, they are its clients.
    private static string PartOf(string scope) => scope is "client_id" or "api_key" ? "client" : scope;

    private static IEnumerable<InventoryEntry> Errors(Endpoint endpoint, IdempotencyRules rules)
    {
        var entries = new Entries(InventorySection.Idempotency, endpoint);
        (string Aspect, string? Policy, string Words)[] policies =
        [
            ("errors_before_execution", rules.ErrorsBeforeExecution, "refusals before execution"),
            ("business_errors", rules.BusinessErrors, "refusals by the state of the provider"),
            ("server_errors", rules.ServerErrors, "server errors"),
        ];
        return policies
            .Where(p => p.Policy is not null)
            .Select(p =>
                entries.ByCase(
                    Sentence(
                        endpoint,
                        rules,
                        p.Aspect,
                        $"The target MUST treat {p.Words} as {p.Policy!.Replace('_', ' ')} under their {rules.Header.Value}.",
                        null
                    )
                )
            );
    }

    private static Requirement Sentence(
        Endpoint endpoint,
        IdempotencyRules rules,
        string aspect,
        string statement,
        SourceLocation? location
    ) =>
        Sentences.Contract(
            RequirementIds.Operation(endpoint, $"idempotency.{aspect}"),
            statement,
            location ?? rules.Location
        );
}
