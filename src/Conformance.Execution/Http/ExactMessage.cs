using RestSharp.Interceptors;

namespace Conformance.Execution.Http;

/// <summary>
/// Makes RestSharp's message say exactly what the case says. RestSharp re-encodes queries, merges headers of one name,
/// adds <c>Accept</c> and a charset; a contract test must send what it claims to send.
/// </summary>
internal sealed class ExactMessage(OutgoingRequest request, WireRecording recording) : Interceptor
{
    private static readonly string UserAgent =
        $"Conformance/{typeof(ExactMessage).Assembly.GetName().Version!.ToString(3)}";

    /// <inheritdoc />
    public override ValueTask BeforeHttpRequest(HttpRequestMessage requestMessage, CancellationToken cancellationToken)
    {
        requestMessage.Options.Set(RecordingHandler.Recording, recording);
        requestMessage.Method = new HttpMethod(request.Method);
        requestMessage.RequestUri = request.Target;
        requestMessage.Content = Content();
        requestMessage.Headers.Clear();
        requestMessage.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        foreach (var (name, value) in request.Headers)
        {
            // Content headers (Content-Encoding, Content-Language) are refused by the message's own collection.
            if (!requestMessage.Headers.TryAddWithoutValidation(name, value))
            {
                requestMessage.Content ??= new ByteArrayContent([]);
                requestMessage.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return ValueTask.CompletedTask;
    }

    private HttpContent? Content()
    {
        if (request.Body is not { } body)
        {
            return null;
        }

        HttpContent content = request switch
        {
            { Gate: { } gate } => new GatedContent(body, gate),
            { Pause: { } pause } => new PausedContent(body, pause),
            _ => new ByteArrayContent(body),
        };
        if (request.ContentType is { } contentType)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        return content;
    }
}
