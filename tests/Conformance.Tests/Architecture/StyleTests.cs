using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Conformance.Tests.Specification;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Architecture;

/// <summary>House rules that a machine can check.</summary>
public sealed partial class StyleTests
{
    private static readonly string[] Projects =
    [
        "Conformance.Specification",
        "Conformance.Scenarios",
        "Conformance.Execution",
        "Conformance.Verdicts",
        "Conformance.Reports",
        "Conformance",
        "Conformance.NUnit",
        "Conformance.Simulator",
        "Conformance.Consumers",
        "Conformance.Certificates",
        "Conformance.Diagrams",
        "Conformance.Documents",
        "Conformance.Evolution",
        "Conformance.Recorder",
        "Conformance.Cli",
    ];

    [TestCaseSource(nameof(Projects))]
    public void Classes_are_sealed_unless_they_are_there_to_be_derived_from(string project)
    {
        var types = OurTypes(project).ToArray();
        var bases = Projects.SelectMany(OurTypes).Select(t => Definition(t.BaseType)).ToHashSet();

        types
            .Where(t => t.IsClass && !t.IsAbstract && !t.IsSealed && !bases.Contains(t))
            .Select(t => t.FullName)
            .Should()
            .BeEmpty();
    }

    [TestCaseSource(nameof(Projects))]
    public void Types_are_named_for_their_role(string project) =>
        OurTypes(project).Select(t => t.Name).Where(n => Vague().IsMatch(n)).Should().BeEmpty();

    [TestCaseSource(nameof(Projects))]
    public void Nothing_static_can_be_changed(string project) =>
        OurTypes(project)
            .SelectMany(t =>
                t.GetFields(
                    BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                )
            )
            .Where(f => !f.IsInitOnly && !f.IsLiteral && !IsGenerated(f))
            .Select(f => $"{f.DeclaringType}.{f.Name}")
            .Should()
            .BeEmpty();

    [Test]
    public void The_command_line_offers_no_types() =>
        Assembly.Load("Conformance.Cli").GetExportedTypes().Should().BeEmpty();

    // Tables of data are as long as their data.
    [Test]
    public void No_source_file_is_longer_than_300_lines() =>
        SourceFiles()
            .Where(f => !f.EndsWith("Tables.cs", StringComparison.Ordinal))
            .Select(f => (File: Path.GetRelativePath(RepositoryFiles.Root, f), Lines: File.ReadLines(f).Count()))
            .Where(f => f.Lines > 300)
            .Should()
            .BeEmpty();

    // The example belongs to specs/. Words in comments are examples; words in code would be knowledge of it.
    [Test]
    public void No_code_knows_the_example_specification() =>
        SourceFiles()
            .SelectMany(f =>
                File.ReadLines(f)
                    .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
                    .Where(line => ExampleText().IsMatch(line))
                    .Select(line => $"{Path.GetRelativePath(RepositoryFiles.Root, f)}: {line.Trim()}")
            )
            .Should()
            .BeEmpty();

    private static IEnumerable<string> SourceFiles() =>
        Directory
            .EnumerateFiles(Path.Combine(RepositoryFiles.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f =>
                !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            );

    private static IEnumerable<Type> OurTypes(string project) =>
        Assembly
            .Load(project)
            .GetTypes()
            .Where(t =>
                t.Namespace?.StartsWith("Conformance", StringComparison.Ordinal) == true
                && !t.IsDefined(typeof(CompilerGeneratedAttribute))
                && !t.Name.Contains('<', StringComparison.Ordinal)
            );

    private static Type? Definition(Type? type) =>
        type is { IsGenericType: true } ? type.GetGenericTypeDefinition() : type;

    private static bool IsGenerated(FieldInfo field) =>
        field.Name.Contains('<', StringComparison.Ordinal)
        || field.DeclaringType?.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute)) == true
        || field.DeclaringType?.BaseType == typeof(System.Text.Json.Serialization.JsonSerializerContext);

    [GeneratedRegex("(Utils?|Helpers?|Managers?)(`[0-9])?$")]
    private static partial Regex Vague();

    [GeneratedRegex(@"""[^""]*\b(orders|(create|get|list|cancel)-orders?|order_id|customer_id|parcels)\b[^""]*""")]
    private static partial Regex ExampleText();
}
