using System.Collections.Immutable;
using System.Text;
using Conformance.Certificates.Bundles;
using Conformance.Records;
using Conformance.Verdicts.Results;

namespace Conformance.Certificates;

/// <summary>Says in a statement what a record shows.</summary>
internal static class StatementWriting
{
    /// <summary>The lists of cases and the result that follow from a record; nothing else decides them.</summary>
    /// <param name="cases">The cases as they were written down.</param>
    /// <param name="run">What the result is bound to.</param>
    public static TestResultPredicate PredicateOf(IReadOnlyCollection<CaseForm> cases, CertifiedRun run)
    {
        var passed = Ids(cases, c => c.Verdict is Verdict.Passed && !IsWarned(c));
        var warned = Ids(cases, c => c.Verdict is Verdict.Passed && IsWarned(c));
        var failed = Ids(cases, c => c.Verdict is Verdict.Failed or Verdict.Error);
        var open = Ids(cases, c => c.Verdict is Verdict.Inconclusive);
        var conforms = failed.IsEmpty && open.IsEmpty && passed.Length + warned.Length > 0;
        return new TestResultPredicate
        {
            Result =
                !conforms ? TestResultPredicate.Failed
                : warned.IsEmpty ? TestResultPredicate.Passed
                : TestResultPredicate.Warned,
            Configuration = [],
            PassedTests = passed,
            WarnedTests = warned,
            FailedTests = failed,
            InconclusiveTests = open,
            SkippedTests = Ids(cases, c => c.Verdict is Verdict.Skipped),
            Conformance = run,
        };
    }

    /// <summary>The contract and the target.</summary>
    /// <param name="run">What is certified.</param>
    public static ImmutableArray<ResourceDescriptor> SubjectOf(CertifiedRun run)
    {
        // A digest of what is known of the target: without a build it says where it answered, not what ran there.
        var target = $"{run.Target ?? "simulator"}\n{run.Environment}\n{run.Build}";
        return
        [
            ResourceDescriptor.Of(
                $"specification: {run.Title} {run.SpecificationVersion}".TrimEnd(),
                run.SpecificationSha256
            ),
            ResourceDescriptor.Of(
                $"target: {run.Target ?? "built-in simulator"}",
                BundleFiles.DigestOf(Encoding.UTF8.GetBytes(target))
            ),
        ];
    }

    private static bool IsWarned(CaseForm form) => form.Checks.Any(c => c.Outcome is CheckOutcome.Warned);

    private static ImmutableArray<string> Ids(IEnumerable<CaseForm> cases, Func<CaseForm, bool> which) =>
        [.. cases.Where(which).Select(c => c.Id).Order(StringComparer.Ordinal)];
}
