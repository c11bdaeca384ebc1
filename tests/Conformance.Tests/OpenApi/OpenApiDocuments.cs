using Conformance.OpenApi;
using Conformance.Tests.Specification;

namespace Conformance.Tests.OpenApi;

/// <summary>OpenAPI documents of the tests.</summary>
internal static class OpenApiDocuments
{
    /// <summary>OpenAPI 3.0 in YAML, in several files.</summary>
    public static string PetShop => Named("petshop", "openapi.yaml");

    /// <summary>OpenAPI 3.1 in JSON, with tabs.</summary>
    public static string Tasks => Named("tasks.json");

    /// <summary>The path of a document.</summary>
    public static string Named(params string[] parts) =>
        Path.Combine([RepositoryFiles.Root, "tests", "Conformance.Tests", "OpenApi", "Documents", .. parts]);

    /// <summary>Imports a text.</summary>
    public static ImportedSpecification Import(string text, string name = "api.yaml")
    {
        var folder = Directory.CreateTempSubdirectory("openapi-");
        try
        {
            var file = Path.Combine(folder.FullName, name);
            File.WriteAllText(file, text);
            return OpenApiImport.Read(file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A document of one operation, with these components.</summary>
    public static string With(string schema, string version = "3.0.3") =>
        $$"""
            openapi: {{version}}
            info: { title: T, version: 1.0.0 }
            paths:
              /things:
                get:
                  operationId: things
                  responses:
                    '200': { description: Things }
            components:
              schemas:
                Other: { type: object }
                Thing: {{schema}}
            """;
}
