using System.Globalization;
using Conformance.Benchmarks.Comparison;
using Microsoft.AspNetCore.Http;

namespace Conformance.Benchmarks.Scaling;

/// <summary>A target that keeps to <see cref="ScaledSpecification.WithoutBodies"/>, whatever its size, and counts what it is asked.</summary>
internal static class RangeTarget
{
    /// <summary>The kinds of cases that it answers as they expect.</summary>
    public const string Answerable = "kind=happy_path|validation_errors";

    /// <summary>Serves until the process is ended; says where on the first line.</summary>
    public static Task RunAsync()
    {
        var asked = 0;
        return LoopbackTarget.ServeAsync(context =>
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
    }

    private static bool IsIn(HttpContext context, string name, int least, int most) =>
        context.Request.Query[name] is [var text, ..]
            ? int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                && value >= least
                && value <= most
            : context.Request.Query[name].Count == 0;
}
