using Conformance.Scenarios.Cases;
using Conformance.Verdicts.Results;

namespace Conformance;

/// <summary>Hears how a run goes. Called from any thread, so implementations must be thread-safe.</summary>
public interface IRunObserver
{
    /// <summary>The target answered, and the first case is about to start.</summary>
    /// <param name="session">The open session.</param>
    void Started(ConformanceSession session);

    /// <summary>A case starts.</summary>
    /// <param name="contractCase">The case.</param>
    void CaseStarted(ContractCase contractCase);

    /// <summary>A case is judged.</summary>
    /// <param name="result">The case with its verdict.</param>
    void CaseFinished(CaseResult result);
}
