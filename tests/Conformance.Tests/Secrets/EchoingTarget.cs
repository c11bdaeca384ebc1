using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;

namespace Conformance.Tests.Secrets;

/// <summary>A target that tells everything it hears, and everything it could know, in one of several ways or in all.</summary>
internal sealed class EchoingTarget : IAsyncDisposable
{
    /// <summary>Each request is answered in the next way.</summary>
    public const string InTurn = "in turn";

    private static readonly string[] Ways = ["body", "spellings", "headers", "redirect", "proxy", "refuses", "late"];

    private readonly WebApplication server;
    private readonly string way;
    private int answered;

    private EchoingTarget(WebApplication server, string way) => (this.server, this.way) = (server, way);

    public string Url => server.Urls.Single();

    /// <summary>How many requests were answered, those for tokens apart.</summary>
    public int Answered => answered;

    /// <summary>Whether every way was used.</summary>
    public bool HasToldInAllWays => answered >= Ways.Length;

    /// <param name="way">A way, or <see cref="InTurn"/>.</param>
    /// <param name="certificate">With which it speaks TLS, and demands that clients have one too; null for plain HTTP.</param>
    public static async Task<EchoingTarget> StartAsync(string way, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.UseKestrel(kestrel =>
            kestrel.Listen(
                IPAddress.Loopback,
                0,
                listen =>
                {
                    if (certificate is not null)
                    {
                        listen.UseHttps(https =>
                        {
                            https.ServerCertificate = certificate;
                            https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
                            https.AllowAnyClientCertificate();
                        });
                    }
                }
            )
        );
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
        heard =
            $"{request.GetEncodedUrl()}\n{heard}\n{context.Connection.ClientCertificate?.ExportCertificatePem()}\n{await reader.ReadToEndAsync()}";
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

        var number = Interlocked.Increment(ref answered);
        await TellAsync(context, heard, way == InTurn ? Ways[number % Ways.Length] : way, number);
    }

    private static async Task TellAsync(HttpContext context, string heard, string way, int number)
    {
        var request = context.Request;
        var credential = request.Headers.Authorization + "" + request.Headers["X-Api-Key"];
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
                context.Response.Headers["X-Echo"] = $"heard {credential}";
                context.Response.Headers["X-Dump"] = shown[..Math.Min(4000, shown.Length)];
                context.Response.Headers.SetCookie = $"session={Uri.EscapeDataString(credential)}";
                await WriteAsync(context, 401, new { error_code = "UNAUTHORIZED", message = heard });
                break;
            case "redirect":
                context.Response.StatusCode = 302;
                context.Response.Headers.Location = $"/login?said={Uri.EscapeDataString(credential)}";
                break;
            case "proxy":
                // What stands before the target refuses it, and says what it was asked.
                context.Response.Headers.ProxyAuthenticate = $"Basic realm=\"{Uri.EscapeDataString(heard)}\"";
                await WriteAsync(context, 407, new { error = $"proxy refuses {credential}", asked = heard });
                break;
            case "late":
                // So that an excerpt of it ends within the credential, at another place each time.
                context.Response.StatusCode = 418;
                context.Response.ContentType = $"text/{credential}";
                await context.Response.WriteAsync(new string('.', 120 + (number % 40)) + credential + credential);
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
