using Conformance.Verdicts.Results;

namespace Conformance.Consumers.Receiver;

/// <summary>Hears how a certification goes.</summary>
public interface IReceiverObserver
{
    /// <summary>The receiver answered, and the first case is about to start.</summary>
    /// <param name="run">What is certified.</param>
    /// <param name="notes">What should be known beforehand.</param>
    /// <param name="cases">How many cases there are.</param>
    void Started(RunDescription run, IReadOnlyList<string> notes, int cases);

    /// <summary>A case is judged.</summary>
    /// <param name="result">The case with its verdict.</param>
    void CaseFinished(CaseResult result);
}
