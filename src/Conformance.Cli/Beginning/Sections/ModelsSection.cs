namespace Conformance.Cli.Beginning.Sections;

/// <summary><c>data_models</c>: what is sent, and what is kept.</summary>
internal static class ModelsSection
{
    public static string Write(Beginning b) =>
        $$"""
            data_models:
              New{{b.Resource.Model}}:
                description: "What is sent to create {{b.Resource.OneOfThem}}"
                type: object
                required: [name]
                additionalProperties: false
                properties:
                  name: { type: string, minLength: 1, maxLength: 80, description: "What it is called", example: "The first one" }
                  priority: { type: string, enum: [low, normal, high], description: "How much it matters", example: normal }
                  note: { type: string, maxLength: 500, description: "Anything worth knowing", example: "Handle with care" }
              {{b.Resource.Model}}:
                description: "{{Capital(b.Resource.OneOfThem)}} as it is kept"
                type: object
                required: [id, name, created_at]
                properties:
                  id: { type: string, format: uuid, description: "Given by the provider" }
                  name: { type: string, minLength: 1, maxLength: 80 }
                  priority: { type: string, enum: [low, normal, high] }
                  note: { type: string, maxLength: 500 }
                  created_at: { type: string, format: date-time }
            """;

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
