namespace Conformance.Reports.Html;

/// <summary>Links within the page: to one case, or to the cases that a filter leaves.</summary>
internal static class CaseLink
{
    /// <summary>To one case.</summary>
    /// <param name="id">Its id.</param>
    public static string To(string id) => Where(("case", id));

    /// <summary>To the cases with these values.</summary>
    /// <param name="filters">Names that the page's script knows, with values.</param>
    public static string Where(params IEnumerable<(string Name, string Value)> filters) =>
        $"#{string.Join('&', filters.Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value)}"))}";
}
