namespace Conformance.NUnit.InProcess;

/// <summary>The fixture of an in-process run: its tests are the cases of one session.</summary>
/// <param name="session">The open session.</param>
/// <param name="interruption">Ends the run.</param>
internal sealed class SessionFixture(ConformanceSession session, CancellationToken interruption)
{
    private readonly Dictionary<string, Scenarios.Cases.ContractCase> cases = session.Cases.ToDictionary(c => c.Id);

    /// <summary>The test of every case.</summary>
    /// <param name="caseId">Id of the case.</param>
    public async Task Contract(string caseId) =>
        CaseAssertions.Report(await session.RunCaseAsync(cases[caseId], interruption));
}
