using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace Conformance.Tests.Secrets;

/// <summary>A target that tells everything it hears, and everything it could know, in one of several ways.</summary>
internal sealed class EchoingTarget : IAsyncDisposable
{
    public static readonly string[] Ways = ["body", "spellings", "headers", "redirect", "refuses"];

    private readonly WebApplication server;
    private readonly string way;

    private EchoingTarget(WebApplication server, string way) => (this.server, this.way) = (server, way);

    public string Url => server.Urls.Single();

    public static async Task<EchoingTarget> StartAsync(string way)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var target = new EchoingTarget(builder.Build(), way);
        target.server.Run(target.AnswerAsync);
        await target.server.StartAsync();
        return target;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        using var reader = new StreamReader(request.Body, Encoding.Latin1);
        var heard = string.Join('\n', request.Headers.Select(h => $"{h.Key}: {h.Value}"));
        heard = $"{request.GetEncodedUrl()}\n{heard}\n{await reader.ReadToEndAsync()}";
        if (request.Path == "/token" && way != "refuses")
        {
            await WriteAsync(
                context,
                200,
                new
                {
                    access_token = Canaries.IssuedAccess,
                    refresh_token = Canaries.IssuedRefresh,
                    token_type = "Bearer",
                    expires_in = 600,
                }
            );
            return;
        }

        switch (way)
        {
            case "spellings":
                context.Response.StatusCode = 500;
                context.Response.ContentType = "text/html";
                foreach (
                    var (name, value) in Canaries.Texts.Where(t => t.Key is not ("URL" or "query" or "SIGNER_WORD"))
                )
                {
                    if (heard.Contains(value[..12], StringComparison.Ordinal))
                    {
                        foreach (var (_, bytes) in Spellings.Of(value))
                        {
                            await context.Response.Body.WriteAsync((byte[])[.. "<p>"u8, .. bytes, .. "</p>\n"u8]);
                        }
                    }
                }

                break;
            case "headers":
                var shown = Convert.ToBase64String(Encoding.UTF8.GetBytes(heard));
                context.Response.Headers["X-Echo"] = request.Headers.Authorization + " " + request.Headers["X-Api-Key"];
                context.Response.Headers["X-Dump"] = shown[..Math.Min(4000, shown.Length)];
                context.Response.Headers.SetCookie = $"session={Uri.EscapeDataString(request.Headers.Authorization!)}";
                await WriteAsync(context, 401, new { error_code = "UNAUTHORIZED", message = heard });
                break;
            case "redirect":
                context.Response.StatusCode = 302;
                context.Response.Headers.Location =
                    $"/login?said={Uri.EscapeDataString(request.Headers.Authorization + "" + request.Headers["X-Api-Key"])}";
                break;
            default:
                await WriteAsync(
                    context,
                    way == "refuses" ? 400 : 200,
                    new
                    {
                        error = "invalid_client",
                        error_description = $"wrong: {heard}",
                        door_id = heard,
                        name = heard,
                    }
                );
                break;
        }
    }

    private static async Task WriteAsync(HttpContext context, int status, object body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(body));
    }
}
