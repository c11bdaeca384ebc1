using System.Net;
using System.Net.Http.Headers;

namespace Conformance.ResilientClient;

/// <summary>Sends the token along; where that is wanted, meets 401 with a new one and one repetition.</summary>
internal sealed class BearerHandler(TokenCache tokens, bool repeatsUnauthorized) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var token = await tokens.TokenAsync(refused: null, cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode is not HttpStatusCode.Unauthorized || !repeatsUnauthorized)
        {
            return response;
        }

        response.Dispose();
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            await tokens.TokenAsync(token, cancellationToken)
        );
        return await base.SendAsync(request, cancellationToken);
    }
}
