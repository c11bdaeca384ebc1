using Conformance.Specification.Model;

namespace Conformance.Documents;

/// <summary>One numbered section of the integration document.</summary>
internal interface IDocumentSection
{
    /// <summary>Its heading, without the number.</summary>
    string Title { get; }

    /// <summary>Whether the specification has anything to say under it.</summary>
    bool IsIn(IntegrationSpecification specification);

    /// <summary>Writes what stands under the heading.</summary>
    void Write(MarkdownText text, IntegrationSpecification specification);
}
