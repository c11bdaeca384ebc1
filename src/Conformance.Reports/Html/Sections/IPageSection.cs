namespace Conformance.Reports.Html.Sections;

/// <summary>A part of the page that is there without its script. One that has nothing to say is left out.</summary>
internal interface IPageSection
{
    /// <summary>Its anchor.</summary>
    string Id { get; }

    /// <summary>Its heading, also in the navigation.</summary>
    string Title { get; }

    /// <summary>Whether it has anything to say of a run.</summary>
    /// <param name="run">The run.</param>
    bool IsPresent(PageRun run);

    /// <summary>Writes what stands below the heading.</summary>
    /// <param name="page">The page.</param>
    /// <param name="run">The run.</param>
    void Write(Markup page, PageRun run);
}
