using System.Net.Sockets;
using Conformance.Recorder.Proxying;
using Conformance.Traffic;

namespace Conformance.Recorder;

/// <summary>Passes live traffic through, judges each exchange when it is over, and writes the archive. Start reading here.</summary>
public static class TrafficRecording
{
    // People look at a few of a kind; a recording may go on for days.
    private const int MostOfACause = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Records until it is interrupted, or has seen enough.</summary>
    /// <param name="options">What is recorded.</param>
    /// <param name="watcher">Hears how it goes.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the recording: the ordinary end of one without bounds.</param>
    /// <returns>The account, or why nothing could be recorded.</returns>
    public static async Task<Attempt<ReviewedTraffic>> RunAsync(
        RecordOptions options,
        IRecordingWatcher watcher,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(watcher);
        var loading = SpecificationSource.Load(options.Specification, cancellationToken);
        if (!loading.Succeeded)
        {
            return loading.Refusal;
        }

        if (await UnreachableAsync(options.BaseUrl, time, cancellationToken) is { } unreachable)
        {
            return unreachable;
        }

        var judge = new TrafficJudge(
            loading.Value.Specification!,
            [options.BaseUrl],
            options.IsStrict,
            time,
            MostOfACause
        );
        try
        {
            await using var archive = TrafficArchive.Begin(options.File, judge.Mask);
            await using var proxy = await PassThrough.StartAsync(options, time, cancellationToken);
            watcher.Listening(loading.Value.Specification!, proxy.Address);
            await RecordAsync(proxy, judge, archive, options, watcher, time, cancellationToken);
        }
        catch (Exception e) when (e is IOException or SocketException or UnauthorizedAccessException)
        {
            return Refusal.Configuration(
                $"Nothing can be recorded: {e.Message}",
                "Choose another address with --listen, another file with --out."
            );
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new Refusal(RefusalKind.Interrupted, "The recording was interrupted before it began.");
        }

        return judge.Seen == 0
            ? new Refusal(RefusalKind.Unreachable, "No client sent a request.")
            {
                Fix = "Let the client send its requests to the address that the recorder listens on.",
            }
            : Complete(judge, options);
    }

    private static ReviewedTraffic Complete(TrafficJudge judge, RecordOptions options)
    {
        var (result, gate) = judge.Decide(judge.Describe(options.BaseUrl), options.AllowedInconclusive);
        return new(result, gate, new([], [])) { Counts = judge.Counts };
    }

    private static async Task RecordAsync(
        PassThrough proxy,
        TrafficJudge judge,
        TrafficArchive archive,
        RecordOptions options,
        IRecordingWatcher watcher,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        using var bound = new CancellationTokenSource(Bound(options.LongestTime), time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, bound.Token);
        try
        {
            while (judge.Seen < (options.Requests ?? int.MaxValue))
            {
                await TakeAsync(await proxy.Passed.ReadAsync(end.Token));
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The end that was asked for; what is under way is still recorded.
        }

        // What is under way waits for its entry to be taken.
        var stopping = proxy.StopAsync();
        await foreach (var entry in proxy.Passed.ReadAllAsync(CancellationToken.None))
        {
            await TakeAsync(entry);
        }

        await stopping;

        async Task TakeAsync(HarEntry entry)
        {
            var judged = judge.Judge(entry);
            await archive.AddAsync(entry, CancellationToken.None);
            watcher.Judged(judged);
        }
    }

    // Timers know no longer times.
    private static TimeSpan Bound(TimeSpan? longest) =>
        longest is not { } time ? Timeout.InfiniteTimeSpan
        : time < TimeSpan.FromDays(40) ? time
        : TimeSpan.FromDays(40);

    private static async Task<Refusal?> UnreachableAsync(
        Uri url,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var probe = new TcpClient();
            await probe.ConnectAsync(url.DnsSafeHost, url.Port, either.Token);
            return null;
        }
        catch (SocketException e)
        {
            return Unreachable(url, e.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Unreachable(url, "no answer within 10 seconds");
        }
    }

    private static Refusal Unreachable(Uri url, string why) =>
        new(RefusalKind.Unreachable, $"The target {url} does not answer: {why}")
        {
            Fix = "Start it, or name another with --base-url.",
        };
}
