namespace Conformance.Tests.Specification;

/// <summary>Files of the repository, found from wherever the tests run.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    public static string Spec(string name) => Path.Combine(Root, "specs", name);

    /// <summary>A fixture that stands beside the tests of the specification.</summary>
    public static string Fixture(params string[] parts) =>
        Path.Combine([Root, "tests", "Conformance.Tests", "Specification", .. parts]);

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Conformance.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
