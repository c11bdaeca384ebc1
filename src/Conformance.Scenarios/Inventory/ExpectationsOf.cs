using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;

namespace Conformance.Scenarios.Inventory;

/// <summary>What is expected of a step, whatever it does.</summary>
internal static class ExpectationsOf
{
    /// <summary>Its expectations.</summary>
    public static IReadOnlyCollection<ExchangeExpectation> Step(CaseStep step) =>
        step switch
        {
            CaseStep.Send send => send.Expectations,
            CaseStep.SendConcurrently concurrent => concurrent.Expectations,
            CaseStep.SendUntilLimited limited => limited.Expectations,
            _ => [],
        };
}
