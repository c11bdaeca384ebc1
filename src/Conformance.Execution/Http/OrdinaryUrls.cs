namespace Conformance.Execution.Http;

/// <summary>
/// Stands before a handler of the caller's own. Test servers take a URL apart by themselves, and ASP.NET's refuses one
/// whose path is left as it is written; nearly every path reads the same as an ordinary URL.
/// </summary>
internal sealed class OrdinaryUrls(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var exact = request.RequestUri!;
        var ordinary = new Uri(exact.OriginalString);
        if (ordinary.PathAndQuery == exact.PathAndQuery)
        {
            request.RequestUri = ordinary;
            return await base.SendAsync(request, cancellationToken);
        }

        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (InvalidOperationException e)
        {
            throw new NotSendableException(
                $"{exact.PathAndQuery} cannot be sent as it is written to a test server in this process; over a socket it can",
                e
            );
        }
    }
}
