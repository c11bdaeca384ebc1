using Conformance.Specification.Model;

namespace Conformance.Reports.Wording;

/// <summary>A place in the specification as build servers name it: from the root of the repository, with forward slashes.</summary>
internal static class SourcePath
{
    /// <summary>The path; null when the file is not below that root, or where the root is cannot be told.</summary>
    /// <param name="location">The place.</param>
    /// <param name="server">The build server; null when there is none.</param>
    public static string? Of(SourceLocation location, BuildServer? server)
    {
        var file =
            server?.SourceRoot is { } root && Path.IsPathRooted(location.File)
                ? Path.GetRelativePath(root, location.File)
                : location.File;
        var segments = file.Replace('\\', '/').Split('/').Where(s => s is not ("." or "")).ToArray();
        return Path.IsPathRooted(file) || segments.Length == 0 || segments.Contains("..")
            ? null
            : string.Join('/', segments);
    }
}
