using Conformance.Verdicts.Results;

namespace Conformance.Cli.Verification;

/// <summary>What a conforming server gets to hear. Only what goes beyond it counts as noticing a fault.</summary>
internal sealed class Yardstick
{
    private readonly HashSet<string> passing;
    private readonly HashSet<(string Case, string Check, string Requirement)> warned;

    /// <summary>The yardstick that a conforming run makes.</summary>
    public Yardstick(IReadOnlyCollection<CaseResult> conforming)
    {
        passing = [.. conforming.Where(c => c.Verdict is Verdict.Passed).Select(c => c.Case.Id)];
        warned = [.. conforming.SelectMany(c => c.Warnings.Select(w => Key(c, w)))];
    }

    /// <summary>Whether a conforming server passes a case.</summary>
    public bool Passes(string caseId) => passing.Contains(caseId);

    /// <summary>Whether a case that a conforming server passes could not be carried out.</summary>
    public bool IsLeftOpen(CaseResult result) =>
        result.Verdict is Verdict.Inconclusive or Verdict.Skipped && Passes(result.Case.Id);

    /// <summary>The failure of a case that a conforming server passes; null when there is none.</summary>
    public Sighting? FailureOf(CaseResult result) =>
        result.Verdict is Verdict.Failed && Passes(result.Case.Id)
            ? Sighting.Of(result, result.Failures.First())
            : null;

    /// <summary>The first warning of a case that a conforming server does not get; null when there is none.</summary>
    public Sighting? WarningOf(CaseResult result) =>
        result
            .Warnings.Where(w => !warned.Contains(Key(result, w)))
            .Select(w => Sighting.Of(result, w))
            .FirstOrDefault();

    private static (string Case, string Check, string Requirement) Key(CaseResult result, CheckResult check) =>
        (result.Case.Id, check.Check, check.Requirement.Id);
}
