namespace Conformance.SampleProvider;

/// <summary>Lets in who has the key of the configuration; states are for tests and need none.</summary>
internal static class ApiKey
{
    public static async Task RequireAsync(HttpContext context, RequestDelegate next)
    {
        var key = context.RequestServices.GetRequiredService<IConfiguration>()["Library:ApiKey"];
        if (!context.Request.Path.StartsWithSegments("/v1") || context.Request.Headers["X-API-Key"] == key)
        {
            await next(context);
            return;
        }

        context.Response.Headers.WWWAuthenticate = "ApiKey";
        await Errors
            .Of(StatusCodes.Status401Unauthorized, "UNAUTHORIZED", "The key is missing or wrong")
            .ExecuteAsync(context);
    }
}
