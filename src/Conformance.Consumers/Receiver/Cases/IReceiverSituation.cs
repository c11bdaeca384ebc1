namespace Conformance.Consumers.Receiver.Cases;

/// <summary>One situation that a receiver is put into. All of them are listed in <see cref="ReceiverCases"/>.</summary>
internal interface IReceiverSituation
{
    /// <summary>Its cases; none where the specification declares nothing of it.</summary>
    /// <param name="context">What is certified.</param>
    IEnumerable<ReceiverCase> Cases(ReceiverContext context);
}
