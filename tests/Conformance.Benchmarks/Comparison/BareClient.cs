using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Conformance.Benchmarks.Comparison;

/// <summary>
/// The least that any tool on .NET can cost: the same requests by <see cref="HttpClient"/>, as many at a time, answers read
/// to their end, nothing looked at but the status.
/// </summary>
internal static class BareClient
{
    /// <summary>Sends every recorded request a number of times and says how long it took, without the start of the process.</summary>
    /// <param name="archive">What was recorded.</param>
    /// <param name="baseUrl">The target.</param>
    /// <param name="concurrency">How many requests are under way at a time.</param>
    /// <param name="rounds">How often each is sent.</param>
    public static async Task<int> RunAsync(string archive, Uri baseUrl, int concurrency, int rounds)
    {
        var exchanges = RecordedExchange.Read(archive);
        using var client = new HttpClient { BaseAddress = baseUrl };
        var wrong = 0;
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, rounds).SelectMany(_ => exchanges),
            new ParallelOptions { MaxDegreeOfParallelism = concurrency },
            async (exchange, cancellation) =>
            {
                using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(exchange.Body));
                content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                using var answer = await client.PostAsync(exchange.Path, content, cancellation);
                await answer.Content.ReadAsByteArrayAsync(cancellation);
                if ((int)answer.StatusCode != exchange.Status)
                {
                    Interlocked.Increment(ref wrong);
                }
            }
        );
        Console.WriteLine(watch.Elapsed.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture));
        return wrong == 0 ? 0 : 1;
    }
}
