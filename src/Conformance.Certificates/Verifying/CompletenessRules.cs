using Conformance.Records;

namespace Conformance.Certificates.Verifying;

/// <summary>Every case of the contract is in the record, and the statement says of each what the record says.</summary>
internal static class CompletenessRules
{
    private const int MostTold = 10;

    public static IEnumerable<string> Problems(Statement statement, RunRecord record, CertifiedContract contract) =>
        All(statement, record, contract).Take(MostTold);

    private static IEnumerable<string> All(Statement statement, RunRecord record, CertifiedContract contract)
    {
        var recorded = record.Cases.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var missing in contract.Cases.Where(c => !recorded.Contains(c.Id)))
        {
            yield return $"{missing.Id} is missing: it is a case of the specification, and the record has none.";
        }

        foreach (var id in recorded.Except(contract.Cases.Select(c => c.Id)))
        {
            yield return $"{id} is no case of the specification.";
        }

        if (statement.Predicate.Conformance.Cases != contract.Cases.Length)
        {
            yield return $"The statement counts {statement.Predicate.Conformance.Cases} cases; the specification has {contract.Cases.Length}.";
        }

        var shown = StatementWriting.PredicateOf(record.Cases, statement.Predicate.Conformance);
        var said = statement.Predicate;
        foreach (
            var problem in Differences("passed", said.PassedTests, shown.PassedTests)
                .Concat(Differences("passed with a warning", said.WarnedTests, shown.WarnedTests))
                .Concat(Differences("failed", said.FailedTests, shown.FailedTests))
                .Concat(Differences("inconclusive", said.InconclusiveTests, shown.InconclusiveTests))
                .Concat(Differences("skipped", said.SkippedTests, shown.SkippedTests))
        )
        {
            yield return problem;
        }

        if (said.Result != shown.Result)
        {
            yield return $"The statement says {said.Result}; the record comes to {shown.Result}.";
        }
    }

    private static IEnumerable<string> Differences(
        string what,
        IReadOnlyCollection<string> said,
        IReadOnlyCollection<string> shown
    ) =>
        said.Except(shown)
            .Select(id => $"{id} is {what}, says the statement; the record says something else.")
            .Concat(
                shown.Except(said).Select(id => $"{id} is {what}, says the record; the statement says something else.")
            );
}
