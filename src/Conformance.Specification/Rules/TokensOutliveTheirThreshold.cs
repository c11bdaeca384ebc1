using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>A token lives longer than the time before its expiry at which it is renewed.</summary>
internal sealed class TokensOutliveTheirThreshold()
    : LintRule(
        "AUT-105",
        Severity.Error,
        "Tokens are renewed as soon as they are issued",
        "A client that renews a token when less than the threshold is left never stops renewing.",
        "make threshold_seconds less than expires_in"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        var threshold = specification.Authentication?.Refresh?.Threshold;
        var lifetime = specification.Authentication?.TokenEndpoint?.ExpiresIn;
        if (threshold is not null && lifetime is not null && threshold.Value >= lifetime.Value)
        {
            yield return Finding(
                threshold.Location,
                $"token_refresh.threshold_seconds ({threshold.Value.TotalSeconds}) >= expires_in "
                    + $"({lifetime.Value.TotalSeconds}): endless refresh",
                $"less than {lifetime.Value.TotalSeconds}",
                $"{threshold.Value.TotalSeconds}",
                related: new RelatedLocation("the lifetime", lifetime.Location)
            );
        }
    }
}
