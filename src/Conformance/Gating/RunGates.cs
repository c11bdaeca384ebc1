using System.Collections.Immutable;
using Conformance.Scenarios.Inventory;
using Conformance.Specification.Configuration;
using Conformance.Verdicts.Accounting;
using Conformance.Verdicts.Gating;
using Conformance.Verdicts.Results;

namespace Conformance.Gating;

/// <summary>Everything that decides a run beside its cases: waivers, baseline, coverage and service levels.</summary>
internal sealed class RunGates
{
    private readonly WaiverBook waivers;
    private readonly Baseline? baseline;

    private RunGates(ConformancePlan plan, WaiverBook waivers, Baseline? baseline) =>
        (Plan, this.waivers, this.baseline) = (plan, waivers, baseline);

    /// <summary>What is run.</summary>
    public ConformancePlan Plan { get; }

    /// <summary>Reads what the gate needs; refused when a file is not what it should be.</summary>
    /// <param name="plan">What is run.</param>
    /// <param name="time">The run's clock.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static Attempt<RunGates> Open(ConformancePlan plan, TimeProvider time, CancellationToken cancellationToken)
    {
        var gate = plan.Options.Gate;
        var baseline = Baseline.Read(gate.Baseline);
        if (baseline is { Succeeded: false })
        {
            return baseline.Refusal;
        }

        var (waivers, problems) = gate.Waivers is { } file ? WaiverReader.Read(file, cancellationToken) : ([], []);
        if (problems.FirstOrDefault() is { } problem)
        {
            return Refusal.Configuration(
                $"{problem.Location}: {problem.Message}",
                problem.Expected is { } expected ? $"Expected: {expected}." : problem.Fix
            );
        }

        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return new RunGates(plan, new WaiverBook(waivers, today), baseline?.Value);
    }

    /// <summary>The case as the waivers leave it.</summary>
    public CaseResult Apply(CaseResult result) => waivers.Apply(result);

    /// <summary>What should be known of the gates.</summary>
    public IEnumerable<string> Notes(ImmutableArray<CaseResult> cases) =>
        [
            .. waivers.Notes(cases),
            .. baseline?.Notes(cases, Plan.Specification.Digest) ?? [],
            .. ServiceLevels(cases).Select(l => l.Sentence),
        ];

    /// <summary>The decision.</summary>
    public GateDecision Decide(RunResult result)
    {
        var gate = Plan.Options.Gate;
        var policy = new GatePolicy
        {
            AllowedInconclusive = Plan.Options.AllowedInconclusive,
            LeastCoverage = gate.LeastCoverage,
            KnownFailures = baseline?.Known(result.Cases) ?? [],
            Shortfalls = gate.DemandsServiceLevels ? [.. Shortfalls(result.Cases)] : [],
        };
        return policy.Decide(
            [.. Plan.Cases.Select(c => c.Id)],
            result,
            gate.LeastCoverage is null ? null : Coverage(result.Cases)
        );
    }

    private IEnumerable<string> Shortfalls(ImmutableArray<CaseResult> cases)
    {
        var levels = ServiceLevels(cases);
        return levels.IsEmpty
            ?
            [
                "No response time was held against the specification (--gate-sla): none is declared for this environment, or nothing was answered.",
            ]
            : levels.Where(l => l.Standing is not ServiceLevelStanding.Kept).Select(l => l.Sentence);
    }

    private ImmutableArray<MeasuredServiceLevel> ServiceLevels(ImmutableArray<CaseResult> cases) =>
        ServiceLevelGate.Of(Plan.Environment.Environment, cases);

    // Of the requirements that the profile holds, those that a case has shown to be met.
    private double Coverage(ImmutableArray<CaseResult> cases)
    {
        var passed = cases.Where(c => c.Verdict is Verdict.Passed).Select(c => c.Case);
        var held = RequirementCoverage
            .Of(Plan.Inventory(), passed, Plan.Omissions)
            .Requirements.Where(r => Plan.Profile.Includes(r.Requirement))
            .ToArray();
        return held.Length == 0 ? 0 : (double)held.Count(r => r.IsTested) / held.Length;
    }
}
