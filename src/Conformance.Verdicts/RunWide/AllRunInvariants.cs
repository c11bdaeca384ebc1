using Conformance.Scenarios.Expectations;

namespace Conformance.Verdicts.RunWide;

/// <summary>Every invariant over a run, by hand: what is not listed here does not exist.</summary>
internal static class AllRunInvariants
{
    /// <summary>A new invariant for the expectation of a case.</summary>
    /// <param name="expectation">The expectation.</param>
    public static RunInvariant For(RunExpectation expectation) =>
        expectation switch
        {
            Scenarios.Expectations.LimitIsConstant => new LimitIsConstant(),
            Scenarios.Expectations.RemainingNeverRises => new RemainingNeverRises(),
            Scenarios.Expectations.ResetStandsStill => new ResetStandsStill(),
            Scenarios.Expectations.RequestIdsAreUnique => new RequestIdsAreUnique(),
            Scenarios.Expectations.ErrorTimestampsMoveOn => new ErrorTimestampsMoveOn(),
            Scenarios.Expectations.AnswersArriveWhole => new AnswersArriveWhole(),
            Scenarios.Expectations.IdentifiersAreUnique => new IdentifiersAreUnique(),
            Scenarios.Expectations.DeliveriesArePosts => new DeliveriesArePosts(),
            Scenarios.Expectations.SignaturesAreValid => new SignaturesAreValid(),
            Scenarios.Expectations.DeliveriesAreStamped => new DeliveriesAreStamped(),
            Scenarios.Expectations.EnvelopesMatch => new EnvelopesMatch(),
            Scenarios.Expectations.EventIdsAreUnique => new EventIdsAreUnique(),
            Scenarios.Expectations.EventTypesAreDeclared => new EventTypesAreDeclared(),
            Scenarios.Expectations.SuccessEndsDelivery => new SuccessEndsDelivery(),
            _ => throw new ArgumentOutOfRangeException(nameof(expectation), expectation, "No invariant judges it."),
        };
}
