using System.Collections.Concurrent;
using System.Net;
using Conformance.Execution.Recording;
using RestSharp;

namespace Conformance.Execution.Http;

/// <summary>Sends requests through RestSharp over connections of our own, and never throws for what a target does.</summary>
internal sealed class ExchangeClient : IDisposable
{
    private readonly ConcurrentDictionary<ClientIdentity, Lazy<RestClient>> clients = new();
    private readonly CookieContainer noCookies = new();
    private readonly Func<ClientIdentity, HttpMessageHandler> connect;
    private readonly ExecutionOptions options;
    private readonly TimeProvider time;

    /// <summary>A client whose connections are made by <paramref name="connect"/>, once for each identity.</summary>
    public ExchangeClient(ExecutionOptions options, Func<ClientIdentity, HttpMessageHandler> connect, TimeProvider time)
    {
        this.options = options;
        this.connect = connect;
        this.time = time;
    }

    /// <summary>Sends one request and returns what happened; cancellation is a failure of its own kind.</summary>
    public async Task<WireRecording> SendAsync(OutgoingRequest request, CancellationToken cancellationToken)
    {
        var recording = new WireRecording { SentAt = time.GetUtcNow() };
        var client = clients.GetOrAdd(request.Identity, identity => new(() => Create(identity))).Value;
        using var timeout = new CancellationTokenSource(options.RequestTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var message = new RestRequest
        {
            Interceptors = [new ExactMessage(request, recording)],
            // The recorder has read the body; RestSharp would set aside buffers and cookies for one that is not there.
            AdvancedResponseWriter = static (_, sent) => new RestResponse(sent),
            CookieContainer = noCookies,
        };
        var answer = await client.ExecuteAsync(message, either.Token);
        if (recording.Response is null)
        {
            request.Gate?.Leave();
            recording.Failure = FailureOf(answer, request, recording, cancellationToken, timeout.Token);
        }

        return recording;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var client in clients.Values.Where(c => c.IsValueCreated))
        {
            client.Value.Dispose();
        }
    }

    private TransportFailure FailureOf(
        RestResponse answer,
        OutgoingRequest request,
        WireRecording recording,
        CancellationToken cancelled,
        CancellationToken timedOut
    )
    {
        if (cancelled.IsCancellationRequested)
        {
            return new(TransportFailureKind.Cancelled, "the run was cancelled");
        }

        return timedOut.IsCancellationRequested
            ? TransportFailures.TimedOut(request.Target, options.RequestTimeout, recording.TimeToHeaders is not null)
            : TransportFailures.Describe(
                answer.ErrorException ?? new HttpRequestException("no answer and no reason"),
                request.Target
            );
    }

    private RestClient Create(ClientIdentity identity)
    {
        var recorder = new RecordingHandler(connect(identity), options.MaxResponseBytes, time);
        // The handler of a test host belongs to whoever gave it.
        var http = new HttpClient(recorder, disposeHandler: options.Handler is null)
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        return new RestClient(
            http,
            new RestClientOptions(options.BaseUrl)
            {
                FollowRedirects = false,
                ThrowOnAnyError = false,
                SetErrorExceptionOnUnsuccessfulStatusCode = false,
                Timeout = Timeout.InfiniteTimeSpan,
            },
            disposeHttpClient: true
        );
    }
}
