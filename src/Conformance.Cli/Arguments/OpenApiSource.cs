using Conformance.OpenApi;
using Conformance.Specification;

namespace Conformance.Cli.Arguments;

/// <summary>An OpenAPI document that stands for a specification.</summary>
internal static class OpenApiSource
{
    /// <summary>Reads a document; one that yields no specification is refused.</summary>
    /// <param name="path">The document's main file.</param>
    /// <param name="security">The security scheme to carry over; null for the one that opens most operations.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static Attempt<ImportedSpecification> Read(
        string path,
        string? security,
        CancellationToken cancellationToken
    )
    {
        if (!File.Exists(path))
        {
            return Refusal.Configuration($"There is no file '{path}'.", "Name the main file of an OpenAPI document.");
        }

        var imported = OpenApiImport.Read(path, security, cancellationToken);
        return imported.Text is null || imported.Loading.Diagnostics.Any(Linter.StopsRun)
            ? new Refusal(RefusalKind.SpecificationInvalid, $"'{path}' cannot be imported.")
            {
                Loading = imported.Loading,
            }
            : imported;
    }
}
