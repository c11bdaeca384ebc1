using System.Collections.Immutable;
using Conformance.Consumers.Receiver.Cases.Situations;

namespace Conformance.Consumers.Receiver.Cases;

/// <summary>All cases, in the order in which they are carried out.</summary>
internal static class ReceiverCases
{
    private static readonly ImmutableArray<IReceiverSituation> Situations =
    [
        new ValidDeliveries(),
        new RawBodies(),
        new WrongSignatures(),
        new AlteredDeliveries(),
        new Timestamps(),
        new RepeatedDeliveries(),
        new SimultaneousDeliveries(),
        new ReplayedDeliveries(),
        new UnknownContent(),
        new OutOfOrder(),
        new OtherRequests(),
    ];

    /// <summary>The cases of a receiver.</summary>
    /// <param name="context">What is certified.</param>
    public static ImmutableArray<ReceiverCase> Of(ReceiverContext context) =>
        [.. Situations.SelectMany(s => s.Cases(context))];
}
