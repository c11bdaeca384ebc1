using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Conformance.Simulator.Interventions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Conformance.Simulator.Http;

/// <summary>Reads requests from Kestrel and writes answers to it.</summary>
/// <param name="world">Everything the simulator remembers.</param>
/// <param name="desk">Finds the answers.</param>
internal sealed class SimulatorApplication(SimulatorWorld world, InterventionDesk desk) : IHttpApplication<HttpContext>
{
    private const int MaxDrainedBytes = 64 * 1024 * 1024;

    // Deeper than requests may be, for what they hold is shown inside envelopes.
    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = 256 };

    /// <inheritdoc />
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    /// <inheritdoc />
    public void DisposeContext(HttpContext context, Exception? exception) { }

    /// <inheritdoc />
    public async Task ProcessRequestAsync(HttpContext context)
    {
        var stop = context.RequestAborted;
        try
        {
            var request = await ReadAsync(context, stop);
            var answer = await AnswerAsync(request, stop);
            await DeliverAsync(context, answer, stop);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or BadHttpRequestException)
        {
            // The client went away or broke HTTP in the middle of its body: there is nobody to answer.
            context.Abort();
        }
    }

    private async ValueTask<ScriptedReply> AnswerAsync(SimulatedRequest request, CancellationToken stop)
    {
        try
        {
            return await desk.AnswerAsync(request, stop);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A defect of the simulator must not look like a broken connection.
            var call = new Call
            {
                Request = request,
                World = world,
                Ordinal = 0,
                RequestId = Guid.NewGuid().ToString(),
            };
            var failed = world
                .Refusals.Failed(call)
                .With("X-Simulator-Defect", $"{e.GetType().Name} in {e.TargetSite?.Name}");
            return new(failed, null, null);
        }
    }

    // The script hears of every exchange, also of one whose client went away.
    private async ValueTask DeliverAsync(HttpContext context, ScriptedReply answer, CancellationToken stop)
    {
        var end = ExchangeEnd.Abandoned;
        var bytes = Bytes(answer.Reply);
        try
        {
            await WriteAsync(context, answer.Reply, bytes, stop);
            end = answer.Reply.IsAborted ? ExchangeEnd.Cut : ExchangeEnd.Answered;
        }
        finally
        {
            if (answer.Arrival is { } arrival)
            {
                var isAnswered = end is ExchangeEnd.Answered;
                ImmutableArray<KeyValuePair<string, string>> headers = isAnswered ? answer.Reply.Headers : [];
                var given = new GivenAnswer(
                    world.Clock.Real.GetUtcNow(),
                    isAnswered ? answer.Reply.Status : 0,
                    headers,
                    isAnswered ? bytes ?? default : default,
                    end
                );
                world.Options.Script?.Served(arrival, answer.Intervention, given);
            }
        }
    }

    private async ValueTask<SimulatedRequest> ReadAsync(HttpContext context, CancellationToken stop)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?', 2);
        var body = await ReadBodyAsync(context.Request, stop);
        return new()
        {
            Method = context.Request.Method,
            Path = target[0],
            RawQuery = target.ElementAtOrDefault(1),
            Query =
            [
                .. QueryHelpers
                    .ParseQuery(target.ElementAtOrDefault(1))
                    .SelectMany(q => q.Value.Select(v => new KeyValuePair<string, string>(q.Key, v ?? ""))),
            ],
            Headers =
            [
                .. context.Request.Headers.SelectMany(h =>
                    h.Value.Select(v => new KeyValuePair<string, string>(h.Key, v ?? ""))
                ),
            ],
            ClientCertificate = context.Connection.ClientCertificate,
            Body = body ?? [],
            IsTooLarge = body is null,
        };
    }

    /// <summary>The body; null when it is too large. The rest is read away, so that the client gets to see its answer.</summary>
    private async ValueTask<byte[]?> ReadBodyAsync(HttpRequest request, CancellationToken stop)
    {
        var kept = new MemoryStream();
        var total = 0L;
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(stop);
            total += read.Buffer.Length;
            if (total <= world.Options.MaxRequestBytes)
            {
                kept.Write(read.Buffer.ToArray());
            }

            request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted || total > MaxDrainedBytes)
            {
                return total <= world.Options.MaxRequestBytes ? kept.ToArray() : null;
            }
        }
    }

    private static ReadOnlyMemory<byte>? Bytes(Reply reply) =>
        reply.Raw ?? (reply.Body is null ? null : JsonSerializer.SerializeToUtf8Bytes(reply.Body, Deep));

    private async ValueTask WriteAsync(
        HttpContext context,
        Reply reply,
        ReadOnlyMemory<byte>? bytes,
        CancellationToken stop
    )
    {
        if (reply.Delay > TimeSpan.Zero)
        {
            await Task.Delay(reply.Delay, world.Clock.Real, stop);
        }

        if (reply.IsAborted)
        {
            context.Abort();
            return;
        }

        var response = context.Response;
        response.StatusCode = reply.Status;
        response.Headers.Date = world.Clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture); // HTTP-20
        foreach (var group in reply.Headers.GroupBy(h => h.Key, StringComparer.OrdinalIgnoreCase))
        {
            response.Headers[group.Key] = group.Select(h => h.Value).ToArray();
        }

        if (bytes is { } content && reply.Status is not (204 or 304))
        {
            response.ContentType ??= reply.ContentType;
            response.ContentLength = content.Length;
            if (context.Request.Method is not "HEAD")
            {
                await response.BodyWriter.WriteAsync(content, stop);
            }
        }
    }
}
