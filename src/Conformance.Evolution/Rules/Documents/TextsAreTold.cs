using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Documents;

/// <summary>What people read about operations, errors, events and limits.</summary>
internal sealed class TextsAreTold()
    : EvolutionRule(
        "EVO-921",
        "Descriptions are told",
        "Texts for people change nothing that travels, but readers of the document should see them change."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair) =>
        Operations(pair).Concat(Errors(pair)).Concat(Webhooks(pair)).Concat(Limits(pair)).Concat(Access(pair));

    private IEnumerable<Change> Operations(SpecificationPair pair) =>
        pair.Kept.SelectMany(o =>
            Prose(o.Subject, "the description", o.Old.Description, o.New.Description)
                .Concat(
                    Matching
                        .By(o.Old.Responses, o.New.Responses, r => $"{r.Status.Value}")
                        .Where(r => r.Old is not null && r.New is not null)
                        .SelectMany(r =>
                            Prose(
                                new Subject(
                                    $"{o.Name}, response {r.New!.Status.Value}",
                                    r.Old!.Location,
                                    r.New.Location
                                ),
                                "the description",
                                r.Old.Description,
                                r.New.Description
                            )
                        )
                )
        );

    private IEnumerable<Change> Errors(SpecificationPair pair) =>
        Matching
            .By(pair.Old.ErrorCodes, pair.New.ErrorCodes, c => c.Code.Value)
            .Where(c => c.Old is not null && c.New is not null)
            .SelectMany(c =>
            {
                var subject = new Subject($"error {c.New!.Code.Value}", c.Old!.Location, c.New.Location);
                return Prose(subject, "the description", c.Old.Description, c.New.Description)
                    .Concat(Prose(subject, "the resolution", c.Old.Resolution, c.New.Resolution))
                    .Concat(Prose(subject, "the retry strategy", c.Old.RetryStrategy, c.New.RetryStrategy));
            });

    private IEnumerable<Change> Webhooks(SpecificationPair pair)
    {
        if (pair.Old.Webhooks is not { } old || pair.New.Webhooks is not { } now)
        {
            return [];
        }

        var subject = new Subject("webhooks", old.Location, now.Location);
        return
        [
            .. Prose(subject, "the description", old.Description, now.Description),
            .. Prose(subject, "the delivery guarantee", old.Delivery, now.Delivery),
            .. Prose(subject, "what a receiver answers", old.ExpectedResponse, now.ExpectedResponse),
            .. Prose(
                subject,
                "what happens after the last attempt",
                old.Retry?.FailureAction,
                now.Retry?.FailureAction
            ),
            .. Matching
                .By(old.Events, now.Events, e => e.Name.Value)
                .Where(e => e.Old is not null && e.New is not null)
                .SelectMany(e =>
                    Prose(
                        new Subject($"webhook {e.New!.Name.Value}", e.Old!.Location, e.New.Location),
                        "the description",
                        e.Old.Description,
                        e.New.Description
                    )
                ),
        ];
    }

    private IEnumerable<Change> Limits(SpecificationPair pair) =>
        pair.Old.RateLimits is { } old && pair.New.RateLimits is { } now
            ? Prose(
                new Subject("rate limits", old.Location, now.Location),
                "the advice",
                In(string.Join("; ", old.BestPractices.Select(p => p.Value)), old.Location),
                In(string.Join("; ", now.BestPractices.Select(p => p.Value)), now.Location)
            )
            : [];

    private IEnumerable<Change> Access(SpecificationPair pair)
    {
        if (pair.Old.Authentication is not { } old || pair.New.Authentication is not { } now)
        {
            return [];
        }

        var subject = new Subject("authentication", old.Location, now.Location);
        return
        [
            .. Prose(subject, "how credentials are managed", old.CredentialManagement, now.CredentialManagement),
            .. Prose(
                subject,
                "the security requirements",
                In(string.Join("; ", old.SecurityRequirements.Select(r => r.Value)), old.Location),
                In(string.Join("; ", now.SecurityRequirements.Select(r => r.Value)), now.Location)
            ),
            .. old
                .Scopes.Join(now.Scopes, o => o.Key, n => n.Key, (o, n) => (o, n))
                .SelectMany(s =>
                    Prose(
                        subject,
                        $"the description of scope '{s.n.Key}'",
                        In(s.o.Value, old.Location),
                        In(s.n.Value, now.Location)
                    )
                ),
        ];
    }
}
