using Conformance.Execution;
using Conformance.Execution.Recording;
using Conformance.Verdicts;
using Conformance.Verdicts.Results;

namespace Conformance.Consumers.Receiver;

/// <summary>The certification of a consumer's webhook receiver, from the specification to the reports. Start reading here.</summary>
public static class ReceiverCertification
{
    // A receiver that has gone is not waited for in every case that is left.
    private const int MostSilentCases = 3;

    /// <summary>Reads the specification, looks for the receiver, makes deliveries, judges and reports.</summary>
    /// <param name="options">Which receiver is certified by what.</param>
    /// <param name="observer">Hears of every finished case; null for nobody.</param>
    /// <param name="time">The run's clock.</param>
    /// <param name="cancellationToken">Interrupts; what was measured until then is reported.</param>
    /// <returns>What it came to, or why it did not start.</returns>
    public static async Task<Attempt<Certification>> RunAsync(
        ReceiverOptions options,
        IReceiverObserver? observer,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        try
        {
            // The specification and the configuration alone: nothing is sent.
            var plan = ReceiverPlan.Make(options, cancellationToken);
            if (!plan.Succeeded)
            {
                return plan.Refusal;
            }

            // The endpoint and the probe must be there; how far the clocks differ decides how near a bound is tested.
            var opening = await ReceiverSession.OpenAsync(plan.Value, time, cancellationToken);
            if (!opening.Succeeded)
            {
                return opening.Refusal;
            }

            // Deliver, judge, report: each case by itself.
            await using var session = opening.Value;
            observer?.Started(session.Run, session.Notes, session.Cases.Length);
            await CarryOutAsync(session, observer, cancellationToken);
            return await session.CompleteAsync(cancellationToken.IsCancellationRequested);
        }
        catch (TargetConfigurationException e)
        {
            return Refusal.Configuration(e.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new Refusal(RefusalKind.Interrupted, "The run was interrupted before the first case.");
        }
    }

    private static async Task CarryOutAsync(
        ReceiverSession session,
        IReceiverObserver? observer,
        CancellationToken cancellationToken
    )
    {
        var silent = 0;
        foreach (var of in session.Cases)
        {
            var reason =
                cancellationToken.IsCancellationRequested ? "The run was interrupted."
                : silent >= MostSilentCases ? $"The receiver gave no answer in {MostSilentCases} cases on end."
                : null;
            var result = reason is null
                ? await session.RunAsync(of, cancellationToken)
                : CaseJudge.NotCarriedOut(of.Case, reason);
            silent = IsSilent(result) ? silent + 1 : 0;
            await session.RecordAsync(result);
            observer?.CaseFinished(result);
        }
    }

    private static bool IsSilent(CaseResult result) =>
        result.Record?.Exchanges is [_, ..] exchanges
        && exchanges.All(e => e.Failure?.Kind is TransportFailureKind.Timeout or TransportFailureKind.Unreachable);
}
