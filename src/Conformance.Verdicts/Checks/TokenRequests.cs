using Conformance.Execution.Recording;
using Conformance.Verdicts.Evidence;

namespace Conformance.Verdicts.Checks;

/// <summary>The token requests of a case.</summary>
internal static class TokenRequests
{
    /// <summary>The token requests between two exchanges, in order.</summary>
    /// <param name="seen">The case.</param>
    /// <param name="first">The exchange after which they were sent.</param>
    /// <param name="second">The exchange before which they were sent.</param>
    public static IEnumerable<Exchange> Between(SeenCase seen, Exchange first, Exchange second) =>
        seen.Record.Exchanges.Where(e =>
            e.Purpose is ExchangePurpose.Token && e.Index > first.Index && e.Index < second.Index
        );
}
