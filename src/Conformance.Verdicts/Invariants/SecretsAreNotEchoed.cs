using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.Invariants;

/// <summary>A response does not repeat the token, key or secret of its request: answers are logged, cached and shown.</summary>
internal sealed class SecretsAreNotEchoed : Invariant
{
    /// <inheritdoc />
    public override IEnumerable<Judged> Judge(SeenExchange seen)
    {
        if (seen.Specification.Authentication is not { } authentication)
        {
            yield break;
        }

        var requirement = Proposal(
            RequirementIds.Section("authentication", "no-echo"),
            "The target SHOULD NOT send back the token, key or secret that a request carried.",
            authentication.Location,
            "KEY-04"
        );
        yield return new(
            requirement,
            seen.Exchange.EchoesSecret
                ? Judgement.Broken(
                    new Finding(
                        seen.Where("headers and body"),
                        "no secret of the request",
                        "the response repeats one",
                        "leave credentials out of answers, also out of error messages"
                    )
                )
                : Judgement.Held
        );
    }
}
