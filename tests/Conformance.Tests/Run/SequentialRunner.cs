namespace Conformance.Tests.Run;

/// <summary>A runner without NUnit: one case after the other, as long as it may.</summary>
internal sealed class SequentialRunner(int atMost = int.MaxValue) : ICaseRunner
{
    public IReadOnlyList<string> Problems { get; init; } = [];

    public async Task<IReadOnlyList<string>> RunAsync(ConformanceSession session, CancellationToken cancellationToken)
    {
        foreach (var contractCase in session.Cases.Take(atMost))
        {
            await session.RunCaseAsync(contractCase, cancellationToken);
        }

        return Problems;
    }
}
