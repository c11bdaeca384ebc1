namespace Conformance.Tests.Specification.Schemas;

/// <summary>The page that says what is supported.</summary>
internal static class SchemasReadme
{
    public static string Text { get; } =
        File.ReadAllText(Path.Combine(Root, "src", "Conformance.Specification", "Schemas", "README.md"));

    /// <summary>The repository's folder.</summary>
    public static string Root
    {
        get
        {
            var at = new DirectoryInfo(AppContext.BaseDirectory);
            while (at is not null && !File.Exists(Path.Combine(at.FullName, "Conformance.sln")))
            {
                at = at.Parent;
            }

            return at?.FullName ?? throw new InvalidOperationException("Conformance.sln is not above the tests.");
        }
    }
}
