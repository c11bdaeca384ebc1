using System.Collections.Immutable;
using System.Globalization;
using Conformance.Execution.Recording;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.RunWide;

/// <summary>A sentence that holds for all deliveries of a run.</summary>
internal abstract class DeliveryInvariant : RunInvariant
{
    private const int MostFindings = 50;
    private readonly List<(Finding Finding, ImmutableArray<Exchange> Shown)> findings = [];
    private readonly HashSet<string> said = new(StringComparer.Ordinal);
    private int looked;

    /// <inheritdoc />
    public sealed override void Observe(SeenExchange seen)
    {
        // What the run sends says nothing of what the target sends.
    }

    /// <inheritdoc />
    public sealed override void Observe(SeenDelivery delivery)
    {
        if (delivery.Facts.IsRedirected || !delivery.IsOfContract)
        {
            return;
        }

        looked++;
        Look(delivery);
    }

    /// <inheritdoc />
    public override RunJudgement Conclude(ControlMoments moments) =>
        looked == 0
            ? RunJudgement.NothingSeen("deliveries of webhooks", "none of them")
            : RunJudgement.Broken(findings);

    /// <summary>Looks at one delivery.</summary>
    /// <param name="delivery">The delivery.</param>
    protected abstract void Look(SeenDelivery delivery);

    /// <summary>Takes note of a contradiction, once for each place of each event.</summary>
    /// <param name="finding">The evidence.</param>
    /// <param name="shown">The deliveries that show it, the telling one last.</param>
    protected void Break(Finding finding, params ImmutableArray<Exchange> shown)
    {
        if (findings.Count < MostFindings && said.Add(finding.Where))
        {
            findings.Add((finding, shown));
        }
    }

    /// <summary>How many deliveries were looked at, in words.</summary>
    protected string Looked => string.Create(CultureInfo.InvariantCulture, $"{looked} deliveries");
}
