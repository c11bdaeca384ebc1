using System.Globalization;
using Conformance.Scenarios.Cases;
using Conformance.Verdicts.Gating;
using Conformance.Verdicts.Results;

namespace Conformance.Repeating;

/// <summary>
/// Repeats cases that fail: in their place, beside others, and then alone. A case that passes then is not simply passed:
/// it is flaky, keeps all its attempts with their exchanges, and is told with what the difference between them was. A
/// strict run fails it all the same.
/// </summary>
/// <param name="retries">How often at most in place, and how often alone; 0 for never.</param>
/// <param name="isStrict">Whether a flaky case fails.</param>
/// <param name="execute">Carries a case out and judges it.</param>
internal sealed class CaseRepetition(
    int retries,
    bool isStrict,
    Func<ContractCase, CancellationToken, Task<CaseResult>> execute
) : IDisposable
{
    /// <summary>How many failed cases of a run are repeated: a target that refuses everything is broken, not flaky.</summary>
    public const int MostCases = 25;

    private readonly RunningAlone running = new();
    private int repeated;

    /// <summary>How many failed cases were not repeated, for there were too many.</summary>
    public int NotRepeated => Math.Max(0, Volatile.Read(ref repeated) - MostCases);

    /// <summary>Carries a case out, as often as it takes.</summary>
    /// <param name="contractCase">The case.</param>
    /// <param name="cancellationToken">Ends it; what was found until then stands.</param>
    public async Task<CaseResult> RunAsync(ContractCase contractCase, CancellationToken cancellationToken)
    {
        if (retries == 0)
        {
            return await execute(contractCase, cancellationToken);
        }

        var first = await running.BesideAsync(() => execute(contractCase, cancellationToken));
        return
            first.Verdict is not Verdict.Failed
            // Deliveries belong to the case that waits for them, and are not sent again for another.
            || contractCase.ReceivesDeliveries
            || Interlocked.Increment(ref repeated) > MostCases
            ? first
            : await RepeatAsync(contractCase, first, cancellationToken);
    }

    public void Dispose() => running.Dispose();

    private async Task<CaseResult> RepeatAsync(
        ContractCase contractCase,
        CaseResult first,
        CancellationToken cancellationToken
    )
    {
        var attempts = new List<CaseAttempt> { CaseAttempt.Of(1, AttemptSetting.InOrder, first) };
        for (var number = 2; number <= 1 + (2 * retries) && !cancellationToken.IsCancellationRequested; number++)
        {
            var setting = number <= 1 + retries ? AttemptSetting.InOrder : AttemptSetting.Alone;
            var result = await AgainAsync(contractCase, number, setting, cancellationToken);
            var attempt = CaseAttempt.Of(number, setting, result);
            if (result.Verdict is Verdict.Passed)
            {
                var flakiness = FlakinessRule.Of(attempts[0], attempt);
                return isStrict
                    ? first with
                    {
                        Attempts = [.. attempts.Skip(1), attempt],
                        Flakiness = flakiness,
                    }
                    : result with
                    {
                        Attempts = [.. attempts],
                        Flakiness = flakiness,
                    };
            }

            attempts.Add(attempt);
        }

        return first with
        {
            Attempts = [.. attempts.Skip(1)],
        };
    }

    // Another id makes other keys and names: a target that remembers the first attempt must not answer from memory.
    private async Task<CaseResult> AgainAsync(
        ContractCase contractCase,
        int number,
        AttemptSetting setting,
        CancellationToken cancellationToken
    )
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{contractCase.Id}#{number}");
        Task<CaseResult> Execute() => execute(contractCase with { Id = id }, cancellationToken);
        var result =
            setting is AttemptSetting.Alone ? await running.AloneAsync(Execute) : await running.BesideAsync(Execute);
        return result with
        {
            Case = contractCase,
            Record = result.Record is { } record ? record with { Case = contractCase } : null,
        };
    }
}
