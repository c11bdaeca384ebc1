using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.WholeRun;

/// <summary>The rate-limit headers of all responses tell one story (STANDARDS RTL-08, RTL-10, RTL-12).</summary>
internal sealed class LimitHeadersOverTheRun : IScenarioSource
{
    /// <inheritdoc />
    public IEnumerable<ContractCase> Compile(CompilerContext context)
    {
        var names = context.Specification.RateLimits?.Headers;
        if (RunSentences.LimitIsConstant(context.Specification) is { } constant)
        {
            yield return RunCase.Of(
                ScenarioKind.RateLimit,
                "limit-is-constant",
                $"every response of an operation publishes the same {names!.Limit!.Value}",
                new LimitIsConstant(constant)
            );
        }

        if (RunSentences.RemainingNeverRises(context.Specification) is { } falls)
        {
            yield return RunCase.Of(
                ScenarioKind.RateLimit,
                "remaining-never-rises",
                $"{names!.Remaining!.Value} never rises before its window ends",
                new RemainingNeverRises(falls)
            );
        }

        if (RunSentences.ResetStandsStill(context.Specification) is { } stands)
        {
            yield return RunCase.Of(
                ScenarioKind.RateLimit,
                "reset-stands-still",
                $"{names!.Reset!.Value} stands still until its window ends",
                new ResetStandsStill(stands)
            );
        }
    }
}
