namespace Conformance.SampleProvider;

/// <summary>The API.</summary>
internal static class Loans
{
    public static void MapLoans(this WebApplication app)
    {
        app.MapPost("/v1/loans", LendAsync);
        app.MapGet("/v1/loans/{id}", Read);
    }

    // Library:MostDays is there to be set wrong: a service that lends for longer than its contract says.
    private static async Task<IResult> LendAsync(HttpRequest request, Shelf shelf, IConfiguration configuration)
    {
        var (asked, problem) = await LoanRequest.ReadAsync(request, configuration.GetValue<int?>("Library:MostDays"));
        return asked is null ? Errors.Of(StatusCodes.Status400BadRequest, "NOT_VALID", problem)
            : shelf.Lend(asked) is { } loan ? Results.Created($"/v1/loans/{loan.Id}", loan)
            : Errors.Of(StatusCodes.Status409Conflict, "NOT_ON_SHELF", "Every copy is lent out");
    }

    private static IResult Read(string id, Shelf shelf) =>
        Guid.TryParse(id, out var known) && shelf.Find(known) is { } loan
            ? Results.Ok(loan)
            : Errors.Of(StatusCodes.Status404NotFound, "NO_SUCH_LOAN", "There is no such loan");
}
