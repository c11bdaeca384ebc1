using System.Net;
using System.Text;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Conformance.Documents.Html;

/// <summary>
/// A document as one HTML page: style and script are inside, nothing is fetched. It can be searched, printed, read in
/// the dark, used with a keyboard and by a screen reader; without scripts it is still the whole document.
/// </summary>
internal static class HtmlPage
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .Build();

    public static string Of(string title, string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        var headings = document.Descendants<HeadingBlock>().Where(h => h.Level is 2 or 3).ToList();
        MakeReachable(document);
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{WebUtility.HtmlEncode(title)}</title>
            <style>{Resource("page.css")}</style>
            </head>
            <body>
            <a class="skip" href="#content">Skip to content</a>
            <header>
            <p class="brand">{WebUtility.HtmlEncode(title)}</p>
            <label class="search">Search <input id="search" type="search" autocomplete="off"></label>
            <button id="theme" type="button">Dark mode</button>
            </header>
            <nav aria-label="Contents">
            {Contents(headings)}
            </nav>
            <main id="content">
            <p id="found" role="status"></p>
            {Body(document)}
            </main>
            <script>{Resource("page.js")}</script>
            </body>
            </html>

            """;
    }

    // What scrolls sideways must be reachable without a mouse.
    private static void MakeReachable(MarkdownDocument document)
    {
        foreach (var block in document.Descendants<FencedCodeBlock>())
        {
            block.GetAttributes().AddPropertyIfNotExist("tabindex", "0");
        }

        foreach (var table in document.Descendants<Table>())
        {
            table.GetAttributes().AddPropertyIfNotExist("tabindex", "0");
        }
    }

    private static string Body(MarkdownDocument document)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<CodeBlockRenderer>(new DiagramRenderer());
        renderer.Render(document);
        return writer.ToString();
    }

    private static string Contents(IEnumerable<HeadingBlock> headings)
    {
        var list = new StringBuilder("<ul>");
        foreach (var heading in headings)
        {
            list.Append("<li class=\"level")
                .Append(heading.Level)
                .Append("\"><a href=\"#")
                .Append(WebUtility.HtmlEncode(heading.GetAttributes().Id))
                .Append("\">")
                .Append(WebUtility.HtmlEncode(Words(heading)))
                .Append("</a></li>\n");
        }

        return list.Append("</ul>").ToString();
    }

    /// <summary>The words of a heading.</summary>
    public static string Words(HeadingBlock heading) =>
        string.Concat(
            heading
                .Inline!.Descendants()
                .Select(i =>
                    i switch
                    {
                        LiteralInline literal => literal.Content.ToString(),
                        HtmlEntityInline entity => entity.Transcoded.ToString(),
                        CodeInline code => code.Content,
                        _ => "",
                    }
                )
        );

    private static string Resource(string name)
    {
        using var stream = typeof(HtmlPage).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
