using System.Text.Json;
using Conformance.Specification.Schemas;

namespace Conformance.Tests.Specification.Schemas;

/// <summary>The official JSON-Schema-Test-Suite, where a copy of it lies beside the repository.</summary>
internal sealed class TestSuite
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 512 };

    private readonly string folder;
    private readonly Dictionary<string, JsonElement> documents;

    private TestSuite(string folder)
    {
        this.folder = folder;
        documents = new Dictionary<string, JsonElement>(Metaschemas.All, StringComparer.Ordinal);
        var remotes = Path.Combine(folder, "remotes");
        foreach (var file in Directory.EnumerateFiles(remotes, "*.json", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(remotes, file).Replace('\\', '/');
            documents[$"http://localhost:1234/{path}"] = Read(file);
        }
    }

    /// <summary>The suite, or null where there is none: JSON_SCHEMA_TEST_SUITE, or ../shared beside the repository.</summary>
    public static TestSuite? Find()
    {
        var candidates = new List<string?> { Environment.GetEnvironmentVariable("JSON_SCHEMA_TEST_SUITE") };
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            candidates.Add(Path.Combine(at.FullName, "..", "shared", "json-schema-test-suite"));
        }

        return
            candidates.Find(candidate => candidate is not null && Directory.Exists(Path.Combine(candidate, "tests")))
                is { } found
            ? new TestSuite(found)
            : null;
    }

    /// <summary>Runs the files of a folder, and says of every file how many tests it has and which failed.</summary>
    /// <param name="subfolder">The folder, for example <c>draft7/optional</c>.</param>
    /// <param name="options">How schemas are compiled; documents are added.</param>
    public IEnumerable<SuiteFile> Run(string subfolder, SchemaCompileOptions options) =>
        Directory
            .EnumerateFiles(Path.Combine(folder, "tests", subfolder), "*.json")
            .Order(StringComparer.Ordinal)
            .Select(file => RunFile(file, options with { Documents = documents }));

    private static SuiteFile RunFile(string file, SchemaCompileOptions options)
    {
        var (count, failures) = (0, new List<string>());
        foreach (var group in Read(file).EnumerateArray())
        {
            var compilation = SchemaValidator.Compile(group.GetProperty("schema"), options);
            foreach (var test in group.GetProperty("tests").EnumerateArray())
            {
                count++;
                if (Judge(compilation, test) is { } failure)
                {
                    failures.Add($"{failure}: {group.GetProperty("description")} / {test.GetProperty("description")}");
                }
            }
        }

        return new(Path.GetFileNameWithoutExtension(file), count, failures);
    }

    private static string? Judge(SchemaCompilation compilation, JsonElement test)
    {
        if (compilation.Validator is not { } validator)
        {
            return $"refused ({compilation.Problems.First(problem => problem.IsFatal).Message})";
        }

        var data = test.GetProperty("data");
        var valid = validator.IsValid(data);
        var violations = validator.Validate(data);
        return valid != violations.IsEmpty ? "two answers"
            : valid == test.GetProperty("valid").GetBoolean() ? null
            : valid ? $"false accept{(compilation.Problems.IsEmpty ? "" : " [reported]")}"
            : $"false reject ({violations[0]})";
    }

    private static JsonElement Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file), Deep);
        return document.RootElement.Clone();
    }
}

/// <summary>The result of one file of the suite.</summary>
/// <param name="Name">Its name without extension.</param>
/// <param name="Count">How many tests it has.</param>
/// <param name="Failures">What went wrong, one line per test.</param>
internal sealed record SuiteFile(string Name, int Count, IReadOnlyList<string> Failures);
