using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.WholeRun;

/// <summary>
/// The rate-limit headers of all responses tell one story (STANDARDS RTL-08, RTL-10, RTL-12). That remaining only
/// falls and reset stands still follows from a fixed window, so it is only demanded where one is declared.
/// </summary>
internal sealed class LimitHeadersOverTheRun : IScenarioSource
{
    /// <inheritdoc />
    public IEnumerable<ContractCase> Compile(CompilerContext context)
    {
        if (
            context.Specification.RateLimits is not { Headers: { } names } limits
            || context.Endpoints.All(e => e.Endpoint.RateLimits.IsEmpty && limits.Default.IsEmpty)
        )
        {
            yield break;
        }

        if (names.Limit is { } limit)
        {
            yield return RunCase.Of(
                ScenarioKind.RateLimit,
                "limit-is-constant",
                $"every response of an operation publishes the same {limit.Value}",
                new LimitIsConstant(
                    Contract(
                        "limit.constant",
                        $"The target MUST publish one limit for each operation in {limit.Value}.",
                        limit.Location,
                        "RTL-08"
                    )
                )
            );
        }

        if (limits.Algorithm?.Value is not "fixed_window" || names is not { Limit: not null, Reset: { } reset })
        {
            yield break;
        }

        if (names.Remaining is { } remaining)
        {
            yield return RunCase.Of(
                ScenarioKind.RateLimit,
                "remaining-never-rises",
                $"{remaining.Value} never rises before its window ends",
                new RemainingNeverRises(
                    Contract(
                        "remaining.falls",
                        $"The target MUST NOT let {remaining.Value} rise inside a fixed window.",
                        remaining.Location,
                        "RTL-10"
                    )
                )
            );
        }

        yield return RunCase.Of(
            ScenarioKind.RateLimit,
            "reset-stands-still",
            $"{reset.Value} stands still until its window ends",
            new ResetStandsStill(
                Contract(
                    "reset.fixed",
                    $"The target MUST name one end for each fixed window in {reset.Value}.",
                    reset.Location,
                    "RTL-12"
                )
            )
        );
    }

    private static Requirement Contract(string aspect, string statement, SourceLocation location, string reference) =>
        Sentences.Contract(RequirementIds.Section("rate_limits", "headers", aspect), statement, location, reference);
}
