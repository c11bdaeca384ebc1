using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;

namespace Conformance.Scenarios.Kinds.RateLimit;

/// <summary>
/// Everything that shows only when a limit is used up. The cases of one operation follow one another, so that they can
/// share one used-up window; the last of them waits for its end.
/// </summary>
internal sealed class LimitIsUsedUp : EndpointSource
{
    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        if (LimitedOperation.Of(endpoint) is not { } operation)
        {
            return [];
        }

        LongerWindows.Omit(operation);
        if (ExhaustedLimit.WhyNot(operation) is { } reason)
        {
            endpoint.Context.Omit(LimitIsKept.Requirement(operation), reason);
            return [];
        }

        if (operation.SucceedsOnce)
        {
            return [RepetitionsAreLimited.Case(operation)];
        }

        return
        [
            LimitIsKept.Case(operation),
            .. LimitsAreSeparate.Cases(operation),
            .. LimitIsPerClient.Cases(operation),
            ServedAfterWait.Case(operation),
        ];
    }
}
