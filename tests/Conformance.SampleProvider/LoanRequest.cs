using System.Text.Json;
using System.Text.RegularExpressions;

namespace Conformance.SampleProvider;

/// <summary>What somebody asks for, once it has been looked at.</summary>
internal sealed partial record LoanRequest(string Isbn, int Days)
{
    private const int MostDays = 28;

    /// <summary>Reads a request; null with the reason when it is none that can be granted.</summary>
    /// <param name="request">The HTTP request.</param>
    /// <param name="mostDays">Longest loan.</param>
    public static async Task<(LoanRequest? Request, string Problem)> ReadAsync(HttpRequest request, int? mostDays)
    {
        if (!request.HasJsonContentType())
        {
            return (null, "The body must be JSON");
        }

        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body);
            return Read(body.RootElement, mostDays ?? MostDays);
        }
        // The latter for bytes that are no UTF-8: the contract's suite sends them, and this was a 500.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return (null, "The body must be JSON");
        }
    }

    private static (LoanRequest? Request, string Problem) Read(JsonElement body, int mostDays)
    {
        if (body.ValueKind is not JsonValueKind.Object)
        {
            return (null, "The body must be an object");
        }

        if (
            !body.TryGetProperty("isbn", out var isbn)
            || isbn.ValueKind is not JsonValueKind.String
            || !Isbn13().IsMatch(isbn.GetString()!)
        )
        {
            return (null, "isbn must have 13 digits");
        }

        if (!body.TryGetProperty("days", out var days))
        {
            return (new(isbn.GetString()!, MostDays), "");
        }

        return
            days.ValueKind is JsonValueKind.Number
            && days.TryGetInt32(out var number)
            && number >= 1
            && number <= mostDays
            ? (new(isbn.GetString()!, number), "")
            : (null, $"days must be a whole number from 1 to {mostDays}");
    }

    [GeneratedRegex(@"\A[0-9]{13}\z")]
    private static partial Regex Isbn13();
}
