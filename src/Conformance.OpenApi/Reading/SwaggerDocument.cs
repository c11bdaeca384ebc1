using System.Globalization;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Drafts;
using Conformance.Specification.Yaml;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Conformance.OpenApi.Reading;

/// <summary>Documents of Swagger 2.0, brought to OpenAPI 3.0 first. Places are those of the converted text, and its name says so.</summary>
internal static class SwaggerDocument
{
    /// <summary>Whether a document is of Swagger 2.0.</summary>
    public static bool Is(YamlMapping root) =>
        root.Find("swagger") is YamlScalar version && version.Text.StartsWith("2.", StringComparison.Ordinal);

    /// <summary>The same document in OpenAPI 3.0; null with a finding when it cannot be converted.</summary>
    public static SourceText? Convert(YamlMapping root, SourceText source, DiagnosticBag diagnostics)
    {
        var text = DraftJson.Write((DraftMapping)DraftBuilder.Copy(root));
        var settings = new OpenApiReaderSettings { LoadExternalRefs = false };
        var read = OpenApiDocument.Parse(text, OpenApiConstants.Json, settings);
        if (read.Document is not { } document)
        {
            diagnostics.Report(
                LoaderRules.WrongType,
                root.Location with
                {
                    EndLine = root.Location.Line,
                    EndColumn = root.Location.Column + 1,
                },
                "the Swagger 2.0 document cannot be converted to OpenAPI 3.0",
                actual: read.Diagnostic?.Errors.FirstOrDefault()?.Message,
                fix: "convert it with a tool of your choice, and import the result"
            );
            return null;
        }

        using var converted = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        document.SerializeAsV3(new OpenApiJsonWriter(converted));
        return new SourceText($"{source.Name} (as OpenAPI 3.0)", converted.ToString());
    }
}
