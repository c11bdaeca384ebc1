using System.Collections.Immutable;
using Conformance.Documents.Html;
using Conformance.Documents.Sections;
using Conformance.Specification.Model;

namespace Conformance.Documents;

/// <summary>
/// The integration specification as people read it: title, version, date, authors and status, then the sections of the
/// template that specifications are written by, in its order. The document says nothing that the specification does not.
/// </summary>
public static class IntegrationDocument
{
    private static ImmutableArray<IDocumentSection> Sections { get; } =
    [
        new OverviewSection(),
        new AuthenticationSection(),
        new EndpointsSection(),
        new DataModelsSection(),
        new ErrorHandlingSection(),
        new RateLimitingSection(),
        new TestingSection(),
        new WebhooksSection(),
        new EnvironmentsSection(),
    ];

    /// <summary>The document as GitHub-flavoured Markdown.</summary>
    /// <param name="specification">What is documented.</param>
    /// <param name="verdicts">What a run found; null when none is told.</param>
    public static string ToMarkdown(IntegrationSpecification specification, RunVerdicts? verdicts = null)
    {
        ArgumentNullException.ThrowIfNull(specification);
        var text = new MarkdownText();
        TitleBlock.Write(text, specification.Info);
        if (verdicts is not null)
        {
            VerdictsBlock.Write(text, verdicts);
        }

        foreach (var section in Sections.Where(s => s.IsIn(specification)))
        {
            text.Heading(1, section.Title);
            section.Write(text, specification);
        }

        return text.ToString();
    }

    /// <summary>The document as one HTML page that needs nothing else, neither files nor network.</summary>
    /// <param name="specification">What is documented.</param>
    /// <param name="verdicts">What a run found; null when none is told.</param>
    public static string ToHtml(IntegrationSpecification specification, RunVerdicts? verdicts = null) =>
        HtmlPage.Of(specification.Info.Title.Value, ToMarkdown(specification, verdicts));
}
