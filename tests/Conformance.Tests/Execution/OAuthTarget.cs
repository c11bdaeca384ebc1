using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Conformance.Tests.Execution;

/// <summary>Answers of a well-behaved target with a token endpoint, a test clock and provider states.</summary>
internal sealed class OAuthTarget
{
    private int tokens;

    public int Lifetime { get; init; } = 3600;

    public HashSet<string> Revoked { get; } = [];

    public long Advanced { get; private set; }

    public HashSet<string> KnownStates { get; } = [];

    public RequestDelegate Api { get; init; } = context => context.Response.WriteAsync("{}");

    public async Task AnswerAsync(HttpContext context)
    {
        switch (context.Request.Path.Value)
        {
            case "/oauth/token":
                var token = "token-" + Interlocked.Increment(ref tokens).ToString(CultureInfo.InvariantCulture);
                await context.Response.WriteAsJsonAsync(
                    new
                    {
                        access_token = token,
                        token_type = "Bearer",
                        expires_in = Lifetime,
                    }
                );
                break;
            case "/clock":
                break;
            default:
                var sent = context.Request.Headers.Authorization.ToString();
                if (!sent.StartsWith("Bearer token-", StringComparison.Ordinal) || Revoked.Contains(sent[7..]))
                {
                    context.Response.StatusCode = 401;
                    return;
                }

                await Api(context);
                break;
        }
    }
}
