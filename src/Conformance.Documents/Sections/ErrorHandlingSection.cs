using System.Globalization;
using Conformance.Specification.Model;

namespace Conformance.Documents.Sections;

/// <summary>What every error looks like, and what a consumer does about each.</summary>
internal sealed class ErrorHandlingSection : IDocumentSection
{
    public string Title => "Error Handling";

    public bool IsIn(IntegrationSpecification specification) =>
        specification.ErrorFormat is not null || !specification.ErrorCodes.IsEmpty;

    public void Write(MarkdownText text, IntegrationSpecification specification)
    {
        if (specification.ErrorFormat is { } format)
        {
            text.Heading(2, "Error Format");
            text.Block($"Every error response is {MarkdownText.Value(format.ContentType)} with these fields:");
            SchemaTable.Write(text, format.Schema);
        }

        if (specification.ErrorCodes.IsEmpty)
        {
            return;
        }

        text.Heading(2, "Error Codes");
        text.Table(
            ["Code", "Status", "Description", "Retry strategy", "Resolution"],
            [
                .. specification.ErrorCodes.Select(c =>
                    new[]
                    {
                        MarkdownText.Value(c.Code.Value),
                        c.HttpStatus.Value.ToString(CultureInfo.InvariantCulture),
                        MarkdownText.Inline(c.Description?.Value),
                        MarkdownText.Inline(c.RetryStrategy?.Value),
                        MarkdownText.Inline(c.Resolution?.Value),
                    }
                ),
            ]
        );
    }
}
