using System.Collections.Immutable;
using System.Globalization;
using Conformance.Execution.Recording;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.Accounting;

/// <summary>What a run came to.</summary>
/// <param name="ExitCode">One of <see cref="ExitCodes"/>.</param>
/// <param name="Reason">Why, in a sentence or two.</param>
/// <param name="Account">The count behind it.</param>
public sealed record GateDecision(int ExitCode, string Reason, CaseAccount Account);

/// <summary>
/// What a run must show to count as conforming. By default every case that was selected must have been decided: an
/// inconclusive case is a question left open, and a gate that ignores those is green when the target was down.
/// </summary>
public sealed record GatePolicy
{
    /// <summary>Greatest number of inconclusive cases; 0 by default, null for any number.</summary>
    public int? AllowedInconclusive { get; init; } = 0;

    /// <summary>Least share of requirements that passed cases show, from 0 to 1; null for no such demand.</summary>
    public double? LeastCoverage { get; init; }

    /// <summary>Ids of failed cases that are known to fail, so that they do not decide; they are counted as failed all the same.</summary>
    public ImmutableHashSet<string> KnownFailures { get; init; } = [];

    /// <summary>What else was demanded and is not shown, in sentences; empty when nothing is missing.</summary>
    public ImmutableArray<string> Shortfalls { get; init; } = [];

    /// <summary>Decides the exit code of a finished run. A run in which nothing passed never conforms.</summary>
    /// <param name="planned">Ids of the planned cases.</param>
    /// <param name="result">The run.</param>
    /// <param name="coverage">Share of requirements that passed cases show; null when it was not measured.</param>
    public GateDecision Decide(IReadOnlyCollection<string> planned, RunResult result, double? coverage = null)
    {
        var account = CaseAccount.Of(planned, result);
        var (exitCode, reason) = Decide(account, result, coverage);
        return new(exitCode, reason, account);
    }

    /// <summary>Decides by a count that was made on the way, where not every result was kept.</summary>
    /// <param name="account">The count of all.</param>
    /// <param name="result">The run, with the results that were kept: those that did not pass are among them.</param>
    public GateDecision Decide(CaseAccount account, RunResult result)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(result);
        var (exitCode, reason) = Decide(account, result, coverage: null);
        return new(exitCode, reason, account);
    }

    private (int ExitCode, string Reason) Decide(CaseAccount account, RunResult result, double? coverage)
    {
        if (result.WasInterrupted)
        {
            return (ExitCodes.Interrupted, "The run was interrupted.");
        }

        var known = result.Cases.Count(c => c.Verdict is Verdict.Failed && KnownFailures.Contains(c.Case.Id));
        if (account.Failed > known)
        {
            return (
                ExitCodes.RequirementFailed,
                known == 0
                    ? $"{Cases(account.Failed)} failed."
                    : $"{Cases(account.Failed - known)} failed that did not before, beside {known} known (--baseline)."
            );
        }

        if (!account.Defects.IsEmpty)
        {
            return (ExitCodes.UsageOrConfiguration, $"The count does not add up. {string.Join(' ', account.Defects)}");
        }

        if (account.Error > 0)
        {
            var first = result.Cases.First(c => c.Verdict is Verdict.Error);
            return (ExitCodes.UsageOrConfiguration, $"{Cases(account.Error)} broke. {first.Case.Id}: {first.Reason}");
        }

        return account.Passed == 0 ? NothingPassed(account, result) : Enough(account, coverage);
    }

    private static (int ExitCode, string Reason) NothingPassed(CaseAccount account, RunResult result)
    {
        var open = result.Cases.Where(c => c.Verdict is Verdict.Inconclusive).ToArray();
        return open.Length > 0 && open.All(IsUnreached)
            ? (ExitCodes.TargetUnreachable, $"The target was not reached. {open[0].Reason}")
            : (
                ExitCodes.GateNotMet,
                $"Nothing passed: {Cases(account.Planned)} planned, {account.Inconclusive} inconclusive, {account.Skipped} skipped."
            );
    }

    private (int ExitCode, string Reason) Enough(CaseAccount account, double? coverage)
    {
        if (account.Inconclusive > AllowedInconclusive)
        {
            return (
                ExitCodes.GateNotMet,
                $"{Cases(account.Inconclusive)} inconclusive, {AllowedInconclusive} allowed (--allow-inconclusive)."
            );
        }

        if (LeastCoverage is { } least && !(coverage >= least))
        {
            var shown = coverage is { } share ? Percent(share) : "not measured";
            return (ExitCodes.GateNotMet, $"Coverage is {shown}, {Percent(least)} is demanded (--min-coverage).");
        }

        if (!Shortfalls.IsEmpty)
        {
            return (ExitCodes.GateNotMet, string.Join(' ', Shortfalls));
        }

        return account.Failed == 0
            ? (ExitCodes.Conforming, $"{Cases(account.Passed)} passed, {Repeated(account)}none failed.")
            : (
                ExitCodes.Conforming,
                $"{Cases(account.Passed)} passed, {account.Failed} failed as before, none newly (--baseline)."
            );
    }

    private static bool IsUnreached(CaseResult result) =>
        result.Record?.Obstacle?.Kind is ObstacleKind.TargetUnreachable
        || result.Record?.Exchanges
            is [.., { Failure.Kind: TransportFailureKind.Unreachable or TransportFailureKind.Tls }];

    private static string Repeated(CaseAccount account) =>
        account.Flaky == 0
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{account.Flaky} of them only when repeated (flaky; --strict fails them), "
            );

    private static string Cases(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "case" : "cases")}");

    private static string Percent(double share) => share.ToString("P1", CultureInfo.InvariantCulture);
}
