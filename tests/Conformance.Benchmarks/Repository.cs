namespace Conformance.Benchmarks;

/// <summary>Where the project's own files are.</summary>
internal static class Repository
{
    /// <summary>The folder with <c>Conformance.sln</c>.</summary>
    /// <exception cref="InvalidOperationException">The program does not run inside the repository.</exception>
    public static string Root { get; } = Find();

    /// <summary>Where tables and plots are written.</summary>
    public static string Results => Directory.CreateDirectory(Path.Combine(Root, "reports", "speed")).FullName;

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Conformance.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Run inside the repository.");
    }
}
