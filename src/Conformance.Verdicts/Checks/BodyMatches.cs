using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Expected = Conformance.Scenarios.Expectations.BodyMatches;

namespace Conformance.Verdicts.Checks;

/// <summary>The body matches a schema beyond the one that its response declares.</summary>
internal sealed class BodyMatches : ExchangeCheck<Expected>
{
    /// <inheritdoc />
    protected override Judgement Judge(Expected expected, SeenExchange seen) =>
        SchemaJudging.Judge(seen, expected.Schema);
}
