namespace Conformance;

/// <summary>The whole of a run, from a YAML file to reports. Start reading here.</summary>
public static class ConformanceRun
{
    /// <summary>Loads, compiles, executes, judges and reports.</summary>
    /// <param name="options">What is run against what.</param>
    /// <param name="runner">Walks through the cases.</param>
    /// <param name="context">Clock, embedded target and observer.</param>
    /// <param name="cancellationToken">Interrupts the run; what was measured until then is reported.</param>
    /// <returns>The finished run, or why it did not start.</returns>
    public static async Task<Attempt<CompletedRun>> RunAsync(
        RunOptions options,
        ICaseRunner runner,
        RunContext context,
        CancellationToken cancellationToken
    )
    {
        // Load and compile: the specification becomes a list of cases. Nothing is sent.
        var plan = ConformancePlan.Make(options, cancellationToken);
        if (!plan.Succeeded)
        {
            return plan.Refusal;
        }

        // Reach the target: the one that was named, or the embedded one. No case starts against a target that is not there.
        var opening = await ConformanceSession.OpenAsync(plan.Value, context, cancellationToken);
        if (!opening.Succeeded)
        {
            return opening.Refusal;
        }

        // Execute, judge, report: each case by itself, in ConformanceSession.RunCaseAsync.
        await using var session = opening.Value;
        var problems = await runner.RunAsync(session, cancellationToken);

        // Close the account: clean up at the target, count every planned case, complete the reports, decide the gate.
        return await session.CompleteAsync(problems);
    }
}
