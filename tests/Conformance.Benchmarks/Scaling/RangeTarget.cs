using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Conformance.Benchmarks.Scaling;

/// <summary>A target that keeps to <see cref="ScaledSpecification.WithoutBodies"/>, whatever its size, and counts what it is asked.</summary>
internal static class RangeTarget
{
    /// <summary>Serves until the process is ended; says where on the first line.</summary>
    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(o => o.AddServerHeader = false).UseUrls("http://127.0.0.1:0");
        await using var application = builder.Build();
        var asked = 0;
        application.Run(context =>
        {
            if (context.Request.Path == "/counts")
            {
                return context.Response.WriteAsync(asked.ToString(CultureInfo.InvariantCulture));
            }

            Interlocked.Increment(ref asked);
            var isValid = IsIn(context, "limit", 1, 100) && IsIn(context, "offset", 0, 100_000);
            context.Response.StatusCode = isValid ? 200 : 400;
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(
                isValid ? "[]" : """{"error_code":"INVALID","message":"A parameter is out of range."}"""
            );
        });
        await application.StartAsync();
        Console.WriteLine(application.Urls.Single());
        await application.WaitForShutdownAsync();
    }

    private static bool IsIn(HttpContext context, string name, int least, int most) =>
        context.Request.Query[name] is [var text, ..]
            ? int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                && value >= least
                && value <= most
            : context.Request.Query[name].Count == 0;
}
