namespace Conformance;

/// <summary>Walks through the cases of a session, each exactly once: parallel ones first, exclusive ones alone and in order.</summary>
public interface ICaseRunner
{
    /// <summary>Runs the cases. Returns when no case is running any more, also after a cancellation.</summary>
    /// <param name="session">The open session.</param>
    /// <param name="cancellationToken">Ends the run; cases that have not started are not started any more.</param>
    /// <returns>What went wrong in the runner itself; empty when nothing did.</returns>
    Task<IReadOnlyList<string>> RunAsync(ConformanceSession session, CancellationToken cancellationToken);
}
