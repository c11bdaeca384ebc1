using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;
using Conformance.Specification.Model;
using Conformance.Verdicts;
using Conformance.Verdicts.Results;

namespace Conformance.Records;

/// <summary>Judges a record again: the checks of the run, on what was recorded, without a target and without its verdicts.</summary>
public static class Rederivation
{
    /// <summary>Judges every finished case again.</summary>
    /// <param name="record">The record.</param>
    /// <param name="specification">The specification that the run was about.</param>
    /// <param name="cases">All cases of the specification, compiled as they were for the run.</param>
    /// <returns>The cases in the order of the record; refused when it does not fit the specification.</returns>
    public static Attempt<RederivedRecord> Of(
        RunRecord record,
        IntegrationSpecification specification,
        IEnumerable<ContractCase> cases
    )
    {
        var byId = cases.ToDictionary(c => c.Id, StringComparer.Ordinal);
        if (record.Cases.FirstOrDefault(c => !byId.ContainsKey(c.Id)) is { } unknown)
        {
            return Refusal.Configuration($"The specification yields no case '{unknown.Id}', which the record has.");
        }

        try
        {
            var context = ContextOf(record.Manifest, specification);
            var restoring = new CaseRestoring(specification);
            var whole = WholeRunJudging.Of(record, byId, restoring, context);
            return new RederivedRecord([
                .. record.Cases.Select(c => Judge(c, byId[c.Id], record, restoring, whole, context)),
            ]);
        }
        catch (FormatException e)
        {
            return Refusal.Configuration($"The record does not fit the specification: {e.Message}.");
        }
    }

    /// <summary>How a run was judged, as far as its record tells.</summary>
    /// <param name="manifest">What was run.</param>
    /// <param name="specification">The specification.</param>
    internal static JudgeContext ContextOf(RunManifest manifest, IntegrationSpecification specification) =>
        new()
        {
            Specification = specification,
            Environment = manifest.Target.Environment is { } name ? specification.FindEnvironment(name) : null,
            MovesClock = manifest.Target.MovesClock,
            IsStrict = manifest.IsStrict,
            IsEmbedded = manifest.Target.IsSimulated,
            IsInProcess = manifest.Target.IsInProcess,
        };

    private static RederivedCase Judge(
        CaseForm form,
        ContractCase contractCase,
        RunRecord record,
        CaseRestoring restoring,
        WholeRunJudging whole,
        JudgeContext context
    )
    {
        if (contractCase.OverRun is { } about)
        {
            var again = WholeRunJudging.Together(whole.Conclude(contractCase, null, DateTimeOffset.UnixEpoch));
            var signatures = about is SignaturesAreValid && !record.Deliveries.IsEmpty;
            return new(
                form.Id,
                form.Verdict,
                again.Verdict,
                signatures ? RederivationBasis.RememberedSignatures : RederivationBasis.Evidence,
                again.Reason
            );
        }

        if (restoring.Record(form, contractCase) is not { } recorded)
        {
            // Nothing shows that it passed or failed, whatever its line says.
            var stands = form.Verdict is Verdict.Passed or Verdict.Failed ? Verdict.Inconclusive : form.Verdict;
            return new(form.Id, form.Verdict, stands, RederivationBasis.NothingSent, form.Reason ?? "nothing was sent");
        }

        var result = CaseJudge.Judge(recorded, context);
        var isMasked = form.CarriedOut!.Exchanges.Any(e => e.IsMasked);
        return new(
            form.Id,
            form.Verdict,
            result.Verdict,
            isMasked ? RederivationBasis.MaskedEvidence : RederivationBasis.Evidence,
            result.Reason
        );
    }
}

/// <summary>A record that was judged again.</summary>
/// <param name="Cases">Every finished case.</param>
public sealed record RederivedRecord(ImmutableArray<RederivedCase> Cases)
{
    /// <summary>The cases whose second judgement is another one.</summary>
    public IEnumerable<RederivedCase> Disagreements => Cases.Where(c => !c.Agrees);
}
