using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;

namespace Conformance.Execution.Steps;

/// <summary>How a request gets past the client-side limits.</summary>
internal enum LimitEntry
{
    /// <summary>It waits until the published limit has room.</summary>
    Courteous,

    /// <summary>Its room was taken beforehand.</summary>
    Reserved,

    /// <summary>It goes whether there is room or not: exceeding the limit is the point.</summary>
    Regardless,
}

/// <summary>How a request is sent, and what is done about refusals that are not what the case is about.</summary>
/// <param name="Entry">How it gets past the client-side limits.</param>
/// <param name="RepeatsThrottled">Whether a 429 is waited out and the request repeated.</param>
/// <param name="ExpectsRefusal">Whether a 401 is what the step expects.</param>
internal sealed record SendManner(LimitEntry Entry, bool RepeatsThrottled, bool ExpectsRefusal)
{
    /// <summary>The manner of one request.</summary>
    public static SendManner For(CaseStep.Send step) => For(step.Expectations, step.SeesRefusal);

    /// <summary>The manner of a request with these expectations.</summary>
    public static SendManner For(ImmutableArray<ExchangeExpectation> expectations, bool seesRefusal = false)
    {
        var isAboutLimits = seesRefusal || Allows(expectations, 429);
        return new(
            isAboutLimits ? LimitEntry.Regardless : LimitEntry.Courteous,
            RepeatsThrottled: !isAboutLimits,
            ExpectsRefusal: Allows(expectations, 401)
        );
    }

    private static bool Allows(ImmutableArray<ExchangeExpectation> expectations, int status) =>
        expectations.OfType<StatusIs>().Any(e => e.Allowed.Contains(status));
}
