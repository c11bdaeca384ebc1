using System.Globalization;
using Conformance.Records;

namespace Conformance.Certificates.Verifying;

/// <summary>The certificate is of now, and its evidence of the time of the run.</summary>
internal static class TimeRules
{
    private const int MostTold = 3;

    // Clocks of signer and verifier differ a little.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    // A start is noted a moment before, or after, what it starts.
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    public static IEnumerable<string> Problems(Statement statement, RunRecord record, VerifyOptions options)
    {
        var run = statement.Predicate.Conformance;
        if (run.IssuedAt > options.At + Skew)
        {
            yield return $"It is issued at {Text(run.IssuedAt)}, which is still to come.";
        }

        if (!(run.StartedAt <= run.FinishedAt && run.FinishedAt <= run.IssuedAt && run.IssuedAt < run.ExpiresAt))
        {
            yield return $"Its times are out of order: started {Text(run.StartedAt)}, finished {Text(run.FinishedAt)}, issued {Text(run.IssuedAt)}, expires {Text(run.ExpiresAt)}.";
        }

        if (record.Manifest.Segments is [var segment, ..] && segment.StartedAt != run.StartedAt)
        {
            yield return $"The record was begun at {Text(segment.StartedAt)}, the statement says {Text(run.StartedAt)}.";
        }

        foreach (var problem in Strays(record, run).Take(MostTold))
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> Strays(RunRecord record, CertifiedRun run)
    {
        foreach (var contractCase in record.Cases.Where(c => c.CarriedOut is not null))
        {
            var done = contractCase.CarriedOut!;
            var (from, to) = (done.StartedAt - Moment, done.StartedAt + done.Duration + Moment);
            if (done.StartedAt < run.StartedAt - Moment || to - Moment > run.FinishedAt + Moment)
            {
                yield return $"{contractCase.Id} was carried out at {Text(done.StartedAt)}, which is not in the time of the run.";
            }
            else if (
                contractCase.Order is not null
                && done.Exchanges.FirstOrDefault(e =>
                    e is { IsShared: false, Delivery: null } && (e.SentAt < from || e.SentAt > to)
                )
                    is { } stray
            )
            {
                yield return $"The evidence of {contractCase.Id} is of another time: a request of {Text(stray.SentAt)} in a case of {Text(done.StartedAt)}.";
            }
        }
    }

    private static string Text(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
