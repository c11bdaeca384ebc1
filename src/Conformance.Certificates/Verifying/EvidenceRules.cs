using Conformance.Records;

namespace Conformance.Certificates.Verifying;

/// <summary>The recorded exchanges show the verdicts that the record names: the checks are carried out on them again.</summary>
internal static class EvidenceRules
{
    private const int MostTold = 10;

    public static IEnumerable<string> VerdictProblems(Statement statement, RunRecord record, CertifiedContract contract)
    {
        var again = Rederivation.Of(record, contract.Specification, contract.Cases);
        if (!again.Succeeded)
        {
            return [again.Refusal.Message];
        }

        var trusted = again
            .Value.Cases.Where(c => c.Basis is RederivationBasis.RememberedSignatures)
            .Select(c => c.CaseId)
            .Except(statement.Predicate.Conformance.TakenOnTrust)
            .Select(id => $"{id} cannot be judged by the evidence alone, and the statement does not say so.");
        return again
            .Value.Disagreements.Select(c =>
                $"{c.CaseId} is {c.Recorded}, says the record; its evidence shows {c.Derived}{(c.Reason is null ? "" : $": {c.Reason}")}."
            )
            .Take(MostTold)
            .Concat(trusted);
    }
}
