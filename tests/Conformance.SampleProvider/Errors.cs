namespace Conformance.SampleProvider;

/// <summary>Refusals, all of one form.</summary>
internal static class Errors
{
    public static IResult Of(int status, string code, string message) =>
        Results.Json(new { code, message }, statusCode: status);

    /// <summary>Gives a refusal of the framework's own, which has no body, one of the same form.</summary>
    public static Task Empty(HttpContext context) =>
        (
            context.Response.StatusCode is StatusCodes.Status404NotFound
                ? Of(StatusCodes.Status404NotFound, "NO_SUCH_LOAN", "There is nothing here")
                : Of(context.Response.StatusCode, "NOT_VALID", "The request is not valid")
        ).ExecuteAsync(context);
}
