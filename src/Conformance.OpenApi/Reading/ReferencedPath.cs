namespace Conformance.OpenApi.Reading;

/// <summary>
/// Which files a document may have its reader open: those in its own folder, and those in the folder that the tool works
/// in when the document is there too. Whoever wrote the document must not get at other files of the machine by it.
/// </summary>
internal static class ReferencedPath
{
    /// <summary>The full path of the file that a reference names; null when it may not be opened.</summary>
    /// <param name="folder">Folder of the file with the reference.</param>
    /// <param name="main">Folder of the document's main file.</param>
    /// <param name="name">The reference as it is written, without what follows its <c>#</c>.</param>
    public static string? Of(string folder, string main, string name)
    {
        var relative = Uri.UnescapeDataString(name);
        if (relative.Contains('\0', StringComparison.Ordinal) || Path.IsPathRooted(relative))
        {
            return null;
        }

        try
        {
            var path = Path.GetFullPath(Path.Combine(folder, relative));
            var here = Environment.CurrentDirectory;
            var isInside = IsIn(main, path) || (IsIn(here, main) && IsIn(here, path));
            return isInside ? path : null;
        }
        catch (IOException)
        {
            // Links in a circle, or a name that no file can have.
            return null;
        }
    }

    // Where links lead counts, not where they stand.
    private static bool IsIn(string folder, string path)
    {
        var (outer, inner) = (Real(folder), Real(path));
        return inner == outer
            || inner.StartsWith(outer.TrimEnd('/', '\\') + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }

    private static string Real(string path)
    {
        if (Path.GetDirectoryName(path) is not { } parent)
        {
            return path;
        }

        var here = Path.Combine(Real(parent), Path.GetFileName(path));
        return Path.Exists(here) && File.ResolveLinkTarget(here, returnFinalTarget: true) is { } target
            ? Real(target.FullName)
            : here;
    }
}
