using System.Text.Json;
using System.Text.RegularExpressions;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Requirements;

/// <summary>Finds out how an operation refuses, from its responses and the error catalogue.</summary>
internal sealed partial class ErrorAnswers(IntegrationSpecification specification)
{
    // 400 first: a contract that declares both mostly means malformed and unprocessable, and 400 covers the wider field.
    private static readonly int[] ValidationStatuses = [400, 422];

    /// <summary>The answer to a request that breaks the operation's own definition; null when it declares none.</summary>
    public ErrorAnswer? Validation(Endpoint endpoint)
    {
        var declared = ValidationStatuses
            .Select(endpoint.FindResponse)
            .OfType<ResponseDefinition>()
            .Select(response => Of(response, SpeaksOfValidation))
            .ToList();
        return declared.FirstOrDefault(a => a.Code is { } code && SpeaksOfValidation(code))
            ?? declared.FirstOrDefault(a => a.Code is not null)
            ?? declared.FirstOrDefault();
    }

    /// <summary>The answer with this status; null when the operation does not declare it.</summary>
    public ErrorAnswer? Find(Endpoint endpoint, int status) =>
        endpoint.FindResponse(status) is { } response ? Of(response, _ => true) : null;

    /// <summary>The answer with this status, from the catalogue where the operation does not declare it.</summary>
    public ErrorAnswer? FindAnywhere(Endpoint endpoint, int status) =>
        Find(endpoint, status)
        ?? specification
            .ErrorCodes.Where(e => e.HttpStatus == status)
            .Select(e => new ErrorAnswer(status, OnlyCode(status, _ => true), false, e.Location))
            .FirstOrDefault();

    private ErrorAnswer Of(ResponseDefinition response, Func<string, bool> isMeant) =>
        new(
            response.Status,
            response.ErrorCode?.Value ?? OnlyCode(response.Status, isMeant),
            ShowsDetails(response),
            response.Location
        );

    // Several codes for one status: none can be expected unless the operation shows one.
    private string? OnlyCode(int status, Func<string, bool> isMeant)
    {
        var codes = specification.ErrorCodes.Where(e => e.HttpStatus == status).Select(e => e.Code.Value).ToList();
        return codes is [var only] ? only
            : codes.Where(isMeant).ToList() is [var meant] ? meant
            : null;
    }

    private bool SpeaksOfValidation(string code) =>
        Validity().IsMatch(code)
        || specification.FindErrorCode(code)?.Description is { } description && Validity().IsMatch(description);

    private bool ShowsDetails(ResponseDefinition response)
    {
        if (specification.ErrorFormat?.Roles.Details is not { } path || response.Example is not { } example)
        {
            return false;
        }

        var place = example.Value;
        foreach (var name in path.Split('.'))
        {
            if (place.ValueKind is not JsonValueKind.Object || !place.TryGetProperty(name, out place))
            {
                return false;
            }
        }

        return place.ValueKind is JsonValueKind.Array && place.GetArrayLength() > 0;
    }

    [GeneratedRegex("validat|not valid|malformed", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Validity();
}
