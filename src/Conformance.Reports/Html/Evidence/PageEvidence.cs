using System.Collections.Immutable;
using Conformance.Reports.Wording;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Html.Evidence;

/// <summary>The cases of a run as data for the page, with what had to be left out of it.</summary>
/// <param name="Data">The data.</param>
/// <param name="LeftOut">What is not in it, in sentences.</param>
internal sealed record PageEvidence(PageData Data, IReadOnlyList<string> LeftOut)
{
    /// <summary>Gathers the evidence of a run.</summary>
    /// <param name="cases">The cases in the order of the page.</param>
    /// <param name="options">Mask and sizes.</param>
    /// <param name="server">Where sources can be read.</param>
    /// <param name="causeOf">The number of a finding's cause in the page; null when it has none.</param>
    public static PageEvidence Of(
        IEnumerable<CaseResult> cases,
        ReportOptions options,
        BuildServer server,
        Func<Finding?, int?> causeOf
    )
    {
        var policy = new EvidencePolicy(options);
        var texts = new TextTable(policy);
        var requirements = new RequirementTable(server);
        var evidence = new CaseEvidence(policy, new ExchangeEvidence(options, policy, texts), requirements, causeOf);
        ImmutableArray<PageCase> described = [.. cases.Select(evidence.Of)];
        return new(new PageData(requirements.All, texts.All, described), policy.LeftOut());
    }

    /// <summary>Those that need attention first, otherwise in their own order.</summary>
    /// <param name="cases">The cases of a run.</param>
    public static IEnumerable<CaseResult> Ordered(IEnumerable<CaseResult> cases) => cases.OrderBy(Rank);

    private static int Rank(CaseResult result) =>
        result.Verdict switch
        {
            Verdict.Failed => 0,
            Verdict.Error => 1,
            Verdict.Inconclusive => 2,
            Verdict.Passed when EvidencePolicy.NeedsAttention(result) => 3,
            Verdict.Passed => 4,
            _ => 5,
        };
}
