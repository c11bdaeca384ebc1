using Conformance.Specification.Model;

namespace Conformance.Documents.Sections;

/// <summary>The data objects, field by field.</summary>
internal sealed class DataModelsSection : IDocumentSection
{
    public string Title => "Data Models";

    public bool IsIn(IntegrationSpecification specification) => !specification.DataModels.IsEmpty;

    public void Write(MarkdownText text, IntegrationSpecification specification)
    {
        foreach (var model in specification.DataModels)
        {
            text.Block($"<a id=\"{SchemaTable.Anchor(model.Name.Value)}\"></a>");
            text.Heading(2, model.Name.Value);
            text.Paragraph(model.Schema.Description);
            SchemaTable.Write(text, model.Schema);
        }
    }
}
