namespace Conformance.NUnit;

/// <summary>Finds files of a repository from a test: tests run in their output folder, not where they were started.</summary>
internal static class TestPaths
{
    /// <summary>The path as it is when it exists, else the nearest match in the folders above the tests.</summary>
    public static string Find(string path)
    {
        if (Path.IsPathRooted(path) || Exists(path))
        {
            return path;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, path);
            if (Exists(candidate))
            {
                return candidate;
            }
        }

        return path;
    }

    private static bool Exists(string path) => File.Exists(path) || Directory.Exists(path);
}
