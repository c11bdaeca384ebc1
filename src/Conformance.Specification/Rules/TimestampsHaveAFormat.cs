using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>The timestamp header has a format.</summary>
internal sealed class TimestampsHaveAFormat()
    : AdvisoryRule(
        "WHK-104",
        Severity.Error,
        "The timestamp header has no format",
        "A receiver that reads 1704067200 as a date, or a date as a number, refuses every delivery or none.",
        "add webhooks.security.timestamp_format: unix-seconds or rfc3339"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        if (
            specification.Webhooks?.Security is
            { TimestampHeader: { } header, TimestampFormat: null, Scheme: WebhookScheme.Declared }
        )
        {
            yield return Finding(
                header.Location,
                $"timestamp_header '{header}' has no format",
                "timestamp_format: unix-seconds or rfc3339"
            );
        }
    }
}
