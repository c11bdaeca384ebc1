using System.Buffers;
using System.Collections.Immutable;
using System.Net.Http.Headers;
using Conformance.Execution.Recording;

namespace Conformance.Execution.Http;

/// <summary>
/// Stands directly above the connection and writes down what happened there: times that no library above can blur,
/// header lines as they came, and body bytes up to the cap. Above it only the status is left, for nobody needs more.
/// </summary>
internal sealed class RecordingHandler(HttpMessageHandler inner, int maxResponseBytes, TimeProvider time)
    : DelegatingHandler(inner)
{
    private const int FirstChunk = 4096;

    /// <summary>Where the message carries its recording.</summary>
    public static HttpRequestOptionsKey<WireRecording> Recording { get; } = new("Conformance.Recording");

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (!request.Options.TryGetValue(Recording, out var recording))
        {
            throw new InvalidOperationException("A request reached the connection without its recording.");
        }

        // In this order: a pause between the two must not make the answer look earlier than it was.
        var started = time.GetTimestamp();
        recording.SentAt = time.GetUtcNow();
        try
        {
            using var response = await base.SendAsync(request, cancellationToken);
            recording.TimeToHeaders = time.GetElapsedTime(started);
            recording.Response = await ReadAsync(response, cancellationToken);
            return new HttpResponseMessage(response.StatusCode) { RequestMessage = request };
        }
        finally
        {
            recording.Duration = time.GetElapsedTime(started);
        }
    }

    private async Task<RecordedResponse> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        MessageFraming.Require(response);
        var (body, isTruncated) = await ReadBodyAsync(response.Content, cancellationToken);
        return new RecordedResponse(
            (int)response.StatusCode,
            response.ReasonPhrase ?? "",
            response.Version.ToString(2),
            Lines(response.Headers.NonValidated, response.Content.Headers.NonValidated),
            body,
            isTruncated
        );
    }

    private static ImmutableArray<KeyValuePair<string, string>> Lines(
        HttpHeadersNonValidated general,
        HttpHeadersNonValidated content
    )
    {
        var lines = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>(general.Count + content.Count);
        AddLines(lines, general);
        AddLines(lines, content);
        return lines.ToImmutable();
    }

    // Validated collections drop or join what they cannot parse, and that is what checks must see.
    private static void AddLines(
        ImmutableArray<KeyValuePair<string, string>>.Builder lines,
        HttpHeadersNonValidated headers
    )
    {
        foreach (var (name, values) in headers)
        {
            foreach (var value in values)
            {
                lines.Add(new(name, value));
            }
        }
    }

    private async Task<(byte[] Body, bool IsTruncated)> ReadBodyAsync(
        HttpContent content,
        CancellationToken cancellation
    )
    {
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        var expected = Math.Min(content.Headers.ContentLength ?? FirstChunk, maxResponseBytes);
        var buffer = ArrayPool<byte>.Shared.Rent((int)expected + 1);
        var length = 0;
        try
        {
            while (true)
            {
                var read = await stream.ReadAsync(buffer.AsMemory(length), cancellation);
                length += read;
                if (read == 0 || length > maxResponseBytes)
                {
                    return (buffer.AsSpan(0, Math.Min(length, maxResponseBytes)).ToArray(), length > maxResponseBytes);
                }

                buffer = length == buffer.Length ? Grow(buffer) : buffer;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grow(byte[] full)
    {
        var larger = ArrayPool<byte>.Shared.Rent(full.Length * 2);
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }
}
