using System.Text.RegularExpressions;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Errors;

/// <summary>Chooses the error code for what went wrong: what the operation shows for the status first, then the catalogue.</summary>
/// <param name="specification">Declares the codes.</param>
internal sealed partial class ErrorCatalogue(IntegrationSpecification specification)
{
    private readonly ErrorCode? _validation = specification.ErrorCodes.FirstOrDefault(SpeaksOfValidation);

    /// <summary>The status and code of a request that is not valid.</summary>
    public (int Status, string Code) Validation(Endpoint? endpoint)
    {
        var shown = endpoint?.Responses.FirstOrDefault(r => r.Status.Value is 400 or 422 && r.ErrorCode is not null);
        if (
            _validation is not null
            && (shown is null || endpoint!.FindResponse(_validation.HttpStatus.Value) is not null)
        )
        {
            return (_validation.HttpStatus.Value, _validation.Code.Value);
        }

        return shown is null
            ? (400, CodeFor(endpoint, 400, "VALIDATION_ERROR"))
            : (shown.Status.Value, shown.ErrorCode!.Value);
    }

    /// <summary>The code that is sent with a status.</summary>
    /// <param name="endpoint">The operation, or null.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="otherwise">Code to use when the specification knows none for the status.</param>
    public string CodeFor(Endpoint? endpoint, int status, string otherwise) =>
        endpoint?.FindResponse(status)?.ErrorCode?.Value
        ?? specification.ErrorCodes.FirstOrDefault(c => c.HttpStatus.Value == status)?.Code.Value
        ?? otherwise;

    /// <summary>The status a code is sent with.</summary>
    public int StatusOf(string code, int otherwise) => specification.FindErrorCode(code)?.HttpStatus.Value ?? otherwise;

    private static bool SpeaksOfValidation(ErrorCode code) =>
        code.HttpStatus.Value is 400 or 422
        && (Validating().IsMatch(code.Code.Value) || Validating().IsMatch(code.Description?.Value ?? ""));

    [GeneratedRegex("validat", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Validating();
}
