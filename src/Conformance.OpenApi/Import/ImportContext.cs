using Conformance.OpenApi.Reading;
using Conformance.Specification.Yaml;

namespace Conformance.OpenApi.Import;

/// <summary>What the importers of all parts share.</summary>
internal sealed class ImportContext
{
    private const int MaxHops = 32;

    public ImportContext(OpenApiFiles files, ImportLedger ledger)
    {
        Files = files;
        Ledger = ledger;
        Schemas = new SchemaImport(this);
        var version = (files.Main.Root.Find("openapi") as YamlScalar)?.Text ?? "";
        IsThreeZero = version.StartsWith("3.0", StringComparison.Ordinal);
    }

    public OpenApiFiles Files { get; }

    public ImportLedger Ledger { get; }

    public SchemaImport Schemas { get; }

    /// <summary>Whether the document is OpenAPI 3.0, whose schemas are a dialect of their own.</summary>
    public bool IsThreeZero { get; }

    /// <summary>The mapping itself, or what its reference leads to; null with a loss when there is none.</summary>
    public YamlMapping? Resolve(YamlNode? node, string what)
    {
        for (var hop = 0; hop < MaxHops && node is YamlMapping mapping; hop++)
        {
            if (mapping.Find("$ref") is not YamlScalar reference)
            {
                return mapping;
            }

            if (Files.Find(mapping, reference.Text) is not { } target)
            {
                Unresolved(reference, what);
                return null;
            }

            node = target.Node;
        }

        return null;
    }

    /// <summary>A reference leads nowhere.</summary>
    public void Unresolved(YamlScalar reference, string what) =>
        Ledger.Lost(
            $"{what} '{reference.Text}'",
            reference.Text.Contains("://", StringComparison.Ordinal)
                ? "it is on another machine; only files are read"
                : "the reference leads nowhere",
            reference.Location
        );
}
